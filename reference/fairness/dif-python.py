# Makes dif-python.json beside it: what difR and mirt do not give, or give to few digits, by statsmodels and NumPy.
# python3 dif-python.py FOLDER-OF-RESPONSE-FILES   (statsmodels 0.15.0, NumPy 2.4.6)
import csv, json, os, sys
import numpy as np, statsmodels, statsmodels.api as sm
from statsmodels.discrete.discrete_model import MNLogit
from statsmodels.miscmodels.ordinal_model import OrderedModel

DATA, HERE = sys.argv[1], os.path.dirname(os.path.abspath(__file__))
read = lambda name: list(csv.DictReader(open(os.path.join(DATA, name))))

def distractors():
    rows = read('hci_nominal.csv'); keys = [r['key'] for r in read('hci_key.csv')]
    items = [f'Item{i}' for i in range(1, 21)]
    total = np.array([sum(r[i] == k for i, k in zip(items, keys)) for r in rows])
    group = np.array([int(r['gender']) for r in rows]); out = []
    for item, key in zip(items, keys):
        chosen = np.array([r[item] for r in rows]); result = {'item': item}
        for among in ('wrong', 'all'):
            use = (chosen != key) if among == 'wrong' else np.ones(len(chosen), bool)
            options = [o for o in 'ABCD' if (chosen[use] == o).sum() >= 10]
            use &= np.isin(chosen, options)
            if len(options) < 2: result[among] = None; continue
            y = np.array([options.index(o) for o in chosen[use]]); z = total[use]
            z = (z - z.mean()) / z.std(); g = group[use]; one = np.ones_like(z)
            fits = [MNLogit(y, np.column_stack(x)).fit(disp=0, method='newton', maxiter=100, tol=1e-14).llf
                    for x in ([one, z], [one, z, g], [one, z, g, z * g])]
            result[among] = {'options': options, 'both': 2 * (fits[2] - fits[0]), 'uniform': 2 * (fits[1] - fits[0]),
                             'df': 2 * (len(options) - 1), 'people': int(use.sum())}
        out.append(result)
    return out

def age_score_test():
    rows = read('spisa.csv'); x = np.array([[int(r[f'Q{i}']) for i in range(1, 46)] for r in rows])
    age = np.array([float(r['age']) for r in rows]); z = (age - age.mean()) / age.std(ddof=1); t = x.sum(1).astype(float)
    return [float(np.ravel(sm.GLM(x[:, j], sm.add_constant(t), family=sm.families.Binomial()).fit(tol=1e-14)
                           .score_test(exog_extra=z[:, None])[0])[0]) for j in range(45)]

def three_points():
    rows = read('verbagg_poly.csv'); names = list(rows[0])[3:]
    x = np.array([[int(r[n]) for n in names] for r in rows]); g = np.array([float(r['Gender'] == 'M') for r in rows]); t = x.sum(1)
    mantel = {'names': names, 'excess': [], 'chiSquared': []}; ordinal = {'both': [], 'uniform': [], 'logOdds': []}
    for j in range(x.shape[1]):
        excess = variance = 0
        for s in np.unique(t):
            k = t == s; n = k.sum()
            if n < 2 or g[k].min() == g[k].max(): continue
            y = x[k, j]; f = g[k].sum()
            excess += y[g[k] == 1].sum() - f * y.mean()
            variance += f * (n - f) / n * y.var(ddof=1)  # f people drawn from n without replacement
        mantel['excess'].append(float(excess)); mantel['chiSquared'].append(float(excess ** 2 / variance))
        fits = []
        for terms in ([t], [t, g], [t, g, t * g]):
            model = OrderedModel(x[:, j], np.column_stack(terms).astype(float), distr='logit')
            start = model.fit(method='bfgs', disp=0, maxiter=5000, gtol=1e-9)
            fits.append(model.fit(start_params=start.params, method='newton', disp=0, maxiter=200))
        ordinal['both'].append(2 * (fits[2].llf - fits[0].llf)); ordinal['uniform'].append(2 * (fits[1].llf - fits[0].llf))
        ordinal['logOdds'].append(float(fits[1].params[1]))
    return mantel, ordinal

def wald():
    sets = json.load(open(os.path.join(HERE, 'dif-methods.json')))['sets']; out = {}
    for name, file, column, focal in (('verbal', 'verbal_difR.csv', 'Gender', '1'), ('hci', 'hci.csv', 'gender', '1'),
                                      ('difsim', 'difsim.csv', 'gender', 'female')):
        rows = read(file); x = np.array([[int(r[n]) for n in sets[name]['names']] for r in rows])
        g = np.array([float(r[column] == focal) for r in rows]); t = x.sum(1).astype(float); one = np.ones_like(t)
        result = {'both': [], 'uniform': [], 'nonUniform': []}
        for j in range(x.shape[1]):
            def fit(m):
                f = sm.GLM(x[:, j], m, family=sm.families.Binomial()).fit(tol=1e-14, maxiter=200); p = f.fittedvalues
                return f.params, np.linalg.inv((m * (p * (1 - p))[:, None]).T @ m)
            b, c = fit(np.column_stack([one, t, g, t * g]))
            result['both'].append(float(b[2:] @ np.linalg.solve(c[2:, 2:], b[2:]))); result['nonUniform'].append(float(b[3] ** 2 / c[3, 3]))
            b, c = fit(np.column_stack([one, t, g])); result['uniform'].append(float(b[2] ** 2 / c[2, 2]))
        out[name] = result
    return out

mantel, ordinal = three_points()
json.dump({'source': f'statsmodels {statsmodels.__version__}, NumPy {np.__version__}; made by dif-python.py', 'distractors': distractors(),
           'ageScoreTest': age_score_test(), 'mantel': mantel, 'ordinal': ordinal, 'wald': wald()},
          open(os.path.join(HERE, 'dif-python.json'), 'w'), separators=(',', ':'))
