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
# Extreme tails, and what other modules rest on; every one again from 60 digits or more.
log_norm = lambda z: log(norm(mpf(z)))
chi_upper = lambda x, k: gammainc(mpf(k) / 2, mpf(x) / 2, mp.inf, regularized=True)
def t_upper(t, v):
    v, t = mpf(v), mpf(t)
    outer = betainc(v / 2, mpf(1) / 2, 0, v / (v + t * t), regularized=True) / 2
    return outer if t >= 0 else 1 - outer
def root(f, low, high):
    low, high = mpf(low), mpf(high)
    for _ in range(220):
        middle = (low + high) / 2
        if f(middle) > 0: high = middle
        else: low = middle
    return (low + high) / 2
# quantiles by bisection on the logarithm of x: no guess needed, and 60 digits are enough for any tail
log_root = lambda f: exp(root(lambda s: f(exp(s)), -700, 700))
out.update({
  'normalUpperTailExtreme': [[z, num(norm(mpf(z)))] for z in (5, 8, 12, 25, 30, 35, 37.5)],
  'normalLogUpperTail': [[z, num(log_norm(z))] for z in (-40, -9, -1, 0.5, 10, 29.9, 30, 30.1, 38, 100, 1000, 100000)],
  'normalDensity': [[z, num(exp(-mpf(z) ** 2 / 2) / sqrt(2 * mp.pi))] for z in (-30, -1.5, 0, 0.3, 4, 37)],
  'chiSquaredUpperTailExtreme': [[x, k, num(chi_upper(x, k))] for x, k in ((0.001, 0.5), (300, 1), (1400, 1), (1400, 40), (800, 100), (1200, 100), (60000, 50000), (2.5, 7), (1e-6, 9))],
  'chiSquaredLogUpperTail': [[x, k, num(log(chi_upper(x, k)))] for x, k in ((0.5, 30), (30, 2), (1000, 1), (1400, 5), (2000, 1), (5000, 40), (1e5, 99), (1e6, 3))],
  'chiSquaredUpperQuantile': [[p, k, num(log_root(lambda x: mpf(p) - chi_upper(x, k)))] for p, k in ((0.05, 1), (0.01, 2), (1e-10, 5), (1e-200, 3), (0.999, 4), (0.5, 1000), (0.975, 0.5))],
  'betaLowerTailExtreme': [[x, a, b, num(beta(mpf(x), a, b))] for x, a, b in ((1e-300, 0.5, 3), (1e-30, 8, 2), (0.001, 40, 60), (0.02, 300, 700), (0.3, 5000, 5000), (0.999999, 2, 0.1), (0.9, 0.01, 0.02))],
  'betaQuantile': [[p, a, b, num((lambda t: t / (1 + t))(log_root(lambda t: beta(t / (1 + t), a, b) - mpf(p))))] for p, a, b in ((0.025, 5, 95), (1e-12, 2, 3), (1e-200, 0.7, 3), (0.975, 1636, 9), (0.3, 0.05, 0.05), (0.999999, 4, 200))],
  'betaDensity': [[x, a, b, num(mpf(x) ** (a - 1) * (1 - mpf(x)) ** (b - 1) / mp.beta(a, b))] for x, a, b in ((0.3, 2.5, 4.5), (0.75, 16.49, 6.24), (0.001, 0.5, 0.5), (0.5, 900, 1000), (0.99, 30, 1))],
  'studentTUpperTailExtreme': [[t, v, num(t_upper(t, v))] for t, v in ((1e8, 1), (1e200, 1), (1e100, 2.5), (300, 10), (45, 400), (-3, 7), (0.0001, 3), (37, 1e6))],
  'studentTUpperQuantile': [[p, v, num(log_root(lambda t: mpf(p) - t_upper(t, v)))] for p, v in ((0.025, 9), (0.05, 1), (0.005, 400), (1e-12, 3), (1e-200, 2), (0.4, 30), (1e-50, 5000))],
  'fUpperTailExtreme': [[f, a, b, num(f_upper(f, a, b))] for f, a, b in ((1e-9, 3, 7), (500, 4, 60), (1e12, 2, 3))],
  'fQuantileExtreme': [[p, a, b, num(log_root(lambda f: (1 - f_upper(f, a, b)) - mpf(p)))] for p, a, b in ((1e-40, 2, 9), (0.025, 299, 8970), (0.975, 299, 8970), (0.9999, 3, 4))],
  'binomialFrom': [[x, n, p, num(sum(binomial(n, j) * mpf(p) ** j * (1 - mpf(p)) ** (n - j) for j in range(x, n + 1)))] for x, n, p in ((3, 5, 0.7), (23, 45, 0.6), (40, 45, 0.05), (119, 170, 0.7), (1, 400, 1e-6), (170, 170, 0.3))],
})
print('{\n' + ',\n'.join('"%s": %s' % (k, json.dumps(v)) for k, v in out.items()) + '\n}')
