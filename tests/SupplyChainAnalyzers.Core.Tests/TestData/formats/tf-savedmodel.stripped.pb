L
"serve*2.15.02v2.152

xPlaceholder*
dtype0

yRelux"Ú