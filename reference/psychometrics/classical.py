"""Classical statistics of sixteen response sets, for src/psychometrics/classical.
From R 4.2.2 (cov, cor, qf; psych::alpha 2.2.9 agrees), as stored beside the project with the call that made each number;
the data are beside the project too and are not copied. One index is worked out here instead, because R broke ties of
totals by the order of rows: D27 with the places at the border shared by those tied there, in exact fractions.
Also worked out here, in exact fractions before the last root: the conditional standard errors of Lord and of Keats, and
for datasets with the domains named below, stratified alpha.
Run: python3 reference/psychometrics/classical.py > reference/psychometrics/classical.json"""
import csv, json, math
from fractions import Fraction as F
SHARED = '../shared'
FILES = {'lsat7': ('lsat7', slice(None)), 'lsat6': ('lsat6', slice(None)), 'sat12': ('sat12', slice(None)), 'hci': ('hci', slice(0, 20)),
  'verbal': ('verbal_difR', slice(0, 24)), 'ecpe': ('ecpe', slice(1, None)), 'msatb': ('msatb', slice(0, 20)), 'closeread6': ('closeread6', slice(0, 19)),
  'credential1': ('credential1_scored', slice(10, 180)), 'verbagg_poly': ('verbagg_poly', slice(3, 27)), 'science': ('science', slice(None)),
  'anxiety': ('anxiety', slice(3, 32)), 'ability_complete': ('ability', slice(None)), 'gmat': ('gmat', slice(0, 20)), 'czmatura': ('czmatura', 'b'),
  'datamedical_complete': ('datamedical', slice(0, 100))}
def load(name):
    file, columns = FILES[name]
    rows = list(csv.reader(open('%s/data/responses/%s.csv' % (SHARED, file))))
    header, body = rows[0], rows[1:]
    places = [i for i, n in enumerate(header) if n.startswith('b')] if columns == 'b' else list(range(len(header)))[columns]
    picked = [[row[i] for i in places] for row in body]
    whole = [[int(c) for c in row] for row in picked if not any(c in ('', 'NA') for c in row)]
    low = [min(row[j] for row in whole) for j in range(len(places))]
    base = 1 if min(low) >= 1 else 0
    return [[c - base for c in row] for row in whole], base
def d27(rows, tot):
    n = math.floor(0.27 * len(rows) + 0.5)
    out = []
    for j in range(len(rows[0])):
        top = max(row[j] for row in rows)
        def first(sign):
            at = {}
            for row, t in zip(rows, tot):
                people, points = at.get(t, (0, 0)); at[t] = (people + 1, points + row[j])
            left, total = n, F(0)
            for t in sorted(at, key=lambda t: sign * t):
                people, points = at[t]; taken = min(left, people)
                total += F(points * taken, people); left -= taken
                if left == 0: return total
        out.append(float((first(-1) - first(1)) / (n * top)) if top else None)
    return out
def variance(v):
    n = len(v); return F(n * sum(x * x for x in v) - sum(v) ** 2, n * (n - 1))
def alpha(rows, places):
    k = len(places); tot = [sum(row[j] for j in places) for row in rows]
    return F(k, k - 1) * (1 - sum(variance([row[j] for row in rows]) for j in places) / variance(tot))
def stratified(rows, domains):
    tot = [sum(row) for row in rows]
    lost = sum(variance([sum(row[j] for j in d) for row in rows]) * (1 - alpha(rows, d)) for d in domains)
    return float(1 - lost / variance(tot))
number = lambda v: v if isinstance(v, float) else None
def feldt(c):
    # R's qf takes the second degrees of freedom for infinite from 400,000 on and is off in the fifth digit there; scipy's
    # quantile is used instead.
    n, k = c['N'], c['k']; d1, d2 = n - 1, (n - 1) * (k - 1)
    if d2 <= 4e5: return c['alpha_feldt95']
    from scipy.stats import f
    return [float(1 - (1 - c['alpha']) * f.ppf(p, d1, d2)) for p in (0.975, 0.025)]
ctt = json.load(open(SHARED + '/reference/ctt.json'))
sets = []
for name in FILES:
    rows, base = load(name); c = ctt[name]; t = c['total']; i = c['items']
    k, tot = len(rows[0]), [sum(row) for row in rows]
    assert len(rows) == c['N'] and k == c['k'], name
    one = {'name': name, 'people': c['N'], 'items': c['k'], 'base': base,
      'total': {'mean': t['mean'] - base * k, 'sd': t['sd'], 'min': t['min'] - base * k, 'max': t['max'] - base * k, 'median': t['median'] - base * k, 'skewness': t['skew_g1'], 'kurtosis': t['kurt_excess_g2']},
      'alpha': c['alpha'], 'feldt95': feldt(c), 'kr20': number(c.get('KR20_popvar')), 'kr21': number(c.get('KR21_popvar')), 'lambda2': c['guttman_lambda2'],
      'splitHalf': c['split_half_oddeven_r'], 'spearmanBrown': c['spearman_brown'], 'sem': c['SEM'],
      'mean': [m - base for m in i['mean']], 'sd': i['sd'], 'itemTotal': i['r_total'], 'itemRest': i['r_drop'], 'alphaIfDeleted': i['alpha_if_deleted'], 'biserial': i.get('biserial_total') or None, 'd27': d27(rows, tot)}
    half = list(range(k // 2)), list(range(k // 2, k))
    if k > 3: one['stratified'] = stratified(rows, half)
    if max(max(row) for row in rows) == 1:
        mean = F(sum(tot), len(tot)); pop = variance(tot) * F(len(tot) - 1, len(tot))
        kr21 = F(k, k - 1) * (1 - mean * (k - mean) / (k * pop)); scale = (1 - alpha(rows, list(range(k)))) / (1 - kr21)
        one['lord'] = [float(F(x * (k - x), k - 1)) ** 0.5 for x in range(k + 1)]
        one['keats'] = [float(F(x * (k - x), k - 1) * scale) ** 0.5 for x in range(k + 1)]
    sets.append(one)
print(json.dumps({'source': 'R 4.2.2: cov, cor, qf (Feldt); psych::alpha 2.2.9 agrees; 15 significant digits. d27 (ties shared), lord, keats, stratified (first half of the items against the second): exact fractions. Script: reference/psychometrics/classical.py', 'sets': 'SETS'}).replace('"SETS"', '[\n' + ',\n'.join(json.dumps(s) for s in sets) + '\n]'))
