^
(

Placeholder

Relu"serve*2.15.02

xPlaceholder*
dtype0

yRelux"Ú