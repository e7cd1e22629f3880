#!/usr/bin/env python3
"""Expected values for the checks of training data and of weight differences, by NumPy, SciPy and scikit-learn: writes reference.json beside
itself. The algorithms are those of ART's ActivationDefence (PCA to ten dimensions, KMeans with two clusters, silhouette) and
SpectralSignatureDefense, written anew from their description. Inputs are made by a formula that the tests repeat."""
import json
import os

import numpy as np
from scipy.stats import ks_2samp
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score

WIDTH, DIMENSIONS = 14, 10
SIZES = [(40, 20), (50, 10), (45, 0)]  # of each class: honest, poisoned


def number(i):
    """Between 0 and 1, by the fractional parts of the multiples of the golden ratio's square."""
    return (i * i * 0.6180339887498949 + i * 0.4142135623730951) % 1


def features():
    rows, labels, at = [], [], 1
    for label, (honest, poisoned) in enumerate(SIZES):
        for k in range(honest + poisoned):
            row = [number(at + j) for j in range(WIDTH)]
            at += WIDTH
            row[label] += 2
            if k >= honest:
                row[9] += 3
                row[10] += 2
            rows.append(row)
            labels.append(label)
    return np.array(rows, np.float32), np.array(labels)


def main():
    x, y = features()
    classes = []
    for label in range(len(SIZES)):
        own = x[y == label].astype(np.float64)
        pca = PCA(n_components=DIMENSIONS, svd_solver="full").fit(own)
        reduced = pca.transform(own)
        groups = KMeans(n_clusters=2, n_init=10, random_state=0).fit_predict(reduced)
        sizes = np.bincount(groups, minlength=2)
        centred = own - own.mean(0)
        scores = (centred @ np.linalg.svd(centred, full_matrices=False)[2][0]) ** 2
        smaller = int(np.argmin(sizes))
        classes.append({
            "variances": pca.explained_variance_.tolist(),
            "distances": np.linalg.norm(reduced, axis=1)[:5].tolist(),
            "smaller": sorted(np.where(groups == smaller)[0].tolist()),
            "share": round(float(sizes[smaller] / sizes.sum()), 2),
            "silhouette": round(float(silhouette_score(reduced, groups)), 4),
            "scores": scores.tolist(),
            "listed": np.where(scores >= np.quantile(scores, 1 - 1.5 * 0.1))[0].tolist(),
        })
    matrix = np.array([[number(500 + 37 * i + j) - 0.5 for j in range(37)] for i in range(53)], np.float32)
    one, other = np.array([number(9000 + i) for i in range(200)]), np.array([number(12000 + i) ** 1.5 for i in range(150)])
    expected = {
        "classes": classes,
        "singularValues": np.linalg.svd(matrix.astype(np.float64), compute_uv=False)[:3].tolist(),
        "ks": float(ks_2samp(one.astype(np.float32), other.astype(np.float32)).statistic),
        "quantiles": [float(np.quantile(one, q)) for q in (0, 0.05, 0.5, 0.95, 1)],
    }
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.json"), "w", encoding="ascii", newline="\n") as file:
        json.dump(expected, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
