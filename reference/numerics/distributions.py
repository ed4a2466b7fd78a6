"""Right answers for src/numerics/distributions, to 17 digits, from mpmath (arbitrary precision, 60 digits).
Run: python3 reference/numerics/distributions.py > reference/numerics/distributions.json
Seen to agree with R 4.2.2 (pnorm, qnorm, pchisq, pt, qbeta, phyper) where reference/numerics/r-4.2.2.json has the same points."""
import json
from mpmath import mp, mpf, loggamma, gammainc, betainc, binomial, findroot, erfc, sqrt, log, exp
mp.dps = 60
num = lambda v: float(mp.nstr(v, 25))
norm = lambda z: erfc(z / sqrt(mpf(2))) / 2
def normal_quantile(tail):
    return findroot(lambda z: log(norm(z)) - log(tail), sqrt(-2 * log(mpf(tail))) * mpf('0.9'))
beta = lambda x, a, b: betainc(a, b, 0, x, regularized=True)
def f_upper(f, d1, d2):
    return betainc(mpf(d2) / 2, mpf(d1) / 2, 0, mpf(d2) / (d2 + d1 * mpf(f)), regularized=True)
def f_quantile(p, d1, d2, guess):
    return findroot(lambda f: f_upper(f, d1, d2) - (1 - mpf(p)), mpf(guess))
out = {
  'source': 'mpmath %s, 60 digits; script reference/numerics/distributions.py' % __import__('mpmath').__version__,
  'logGamma': [[x, num(loggamma(mpf(x)))] for x in (1e-8, 0.1, 0.5, 1, 1.5, 2, 3.7, 14.999, 15, 100, 1e5, 1e9)],
  'normalUpperTail': [[z, num(norm(mpf(z)))] for z in (-38, -5, -0.3, 0, 0.001, 0.7, 1.6448536269514722, 3, 9, 20, 38)],
  'normalUpperQuantile': [[t, num(normal_quantile(mpf(t)))] for t in (0.4, 0.1, 0.05, 0.025, 0.005, 1e-4, 1e-9, 1e-20, 1e-100, 1e-300)],
  'chiSquaredUpperTail': [[x, k, num(gammainc(mpf(k) / 2, mpf(x) / 2, mp.inf, regularized=True))] for x, k in ((1e-10, 1), (0.5, 1), (30, 2), (1000, 1), (1000, 1000), (1100, 1000), (5000, 5000), (900, 1000), (20000, 20000))],
  'betaLowerTail': [[x, a, b, num(beta(mpf(x), a, b))] for x, a, b in ((0.5, 0.5, 0.5), (0.001, 0.5, 30), (0.2, 3, 7), (0.9, 3, 7), (0.01, 10, 990), (0.0129, 10, 990), (0.5, 1000, 1000), (0.48, 1000, 1000), (1e-12, 0.3, 2))],
  'studentTUpperTail': [[t, v, num(betainc(mpf(v) / 2, mpf(1) / 2, 0, mpf(v) / (v + mpf(t) ** 2), regularized=True) / 2)] for t, v in ((0.1, 1), (2, 3), (12.7, 1), (1.96, 1000), (40, 5), (6, 200))],
  'fUpperTail': [[f, a, b, num(f_upper(f, a, b))] for f, a, b in ((0.2, 3, 5), (1, 10, 10), (2.5, 3, 40), (1.05, 1635, 276315), (30, 2, 8), (0.9, 200, 100))],
  'fQuantile': [[p, a, b, num(f_quantile(p, a, b, g))] for p, a, b, g in ((0.975, 1635, 276315, 1.07), (0.025, 1635, 276315, 0.93), (0.95, 3, 20, 3.1), (0.5, 4, 9, 0.9), (0.005, 5, 2, 0.05), (0.999, 1, 10, 21))],
  'hypergeometricPoint': [[x, a, b, m, num(binomial(a, x) * binomial(b, m - x) / binomial(a + b, m))] for x, a, b, m in ((0, 10, 90, 20), (3, 10, 90, 20), (2, 10, 25, 17), (1062, 1368, 19285, 19726), (500, 1000, 1000, 1000), (0, 5, 5, 0), (5, 5, 5, 10))],
  'binomialLowerTail': [[x, n, p, num(sum(binomial(n, k) * mpf(p) ** k * (1 - mpf(p)) ** (n - k) for k in range(x + 1)))] for x, n, p in ((0, 10, 0.3), (3, 10, 0.3), (9, 10, 0.3), (40, 1000, 0.05), (500, 1000, 0.5), (1, 400, 1e-6))],
}
print('{\n' + ',\n'.join('"%s": %s' % (k, json.dumps(v)) for k, v in out.items()) + '\n}')
