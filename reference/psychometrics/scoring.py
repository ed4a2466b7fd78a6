# Reference values for psychometrics/scoring: SciPy's Wilson interval, and the binomial error of a raw score in exact
# arithmetic (mpmath, 40 digits). Run: python3 reference/psychometrics/scoring.py > reference/psychometrics/scoring.json
import json

import mpmath
import scipy
from scipy.stats import binomtest

mpmath.mp.dps = 40
domains = [(0, 5), (2, 5), (5, 5), (3, 6), (0, 9), (2, 9), (8, 9), (9, 9), (11, 16), (31, 45), (45, 45)]
wilson = []
for right, of in domains:
    interval = binomtest(right, of).proportion_ci(confidence_level=0.95, method='wilson')
    wilson.append({'right': right, 'of': of, 'low': float(interval.low), 'high': float(interval.high)})
scores = [(1, 2), (17, 30), (20, 30), (29, 30), (13, 20), (100, 150)]
error = [
    {'right': x, 'of': n, 'error': float(mpmath.sqrt(mpmath.mpf(x * (n - x)) / (n - 1)))} for x, n in scores
]
source = f'SciPy {scipy.__version__} binomtest(...).proportion_ci(0.95, "wilson"); mpmath {mpmath.__version__}'
print(json.dumps({'source': source, 'wilson': wilson, 'error': error}, indent=1))
