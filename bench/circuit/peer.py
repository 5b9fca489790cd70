"""The peers' side: numpy and scipy on one thread, on the same file. peer.py FILE.csv RUNS WHAT..."""
import sys, time
import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components

path, runs, what = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
start = time.perf_counter()
with open(path, "rb") as file:
    file.readline()
    text = file.read().translate(None, b"n").replace(b"\n", b",")
flat = np.fromstring(text, sep=",")
print("numpy load (names are whole numbers) %.1f ms" % (1e3 * (time.perf_counter() - start)))
src, dst, amt = flat[0::3].astype(np.int32), flat[1::3].astype(np.int32), flat[2::3]
# Parties in the order of their names, as ours are sorted.
names = np.array(["n%d" % k for k in np.unique(np.concatenate([src, dst]))])
ids = np.unique(np.concatenate([src, dst]))
order = np.empty(ids.max() + 1, np.int32)
order[ids[np.argsort(names)]] = np.arange(len(ids), dtype=np.int32)
src, dst = order[src], order[dst]
n = len(ids)
F = sp.csr_matrix((amt, (src, dst)), shape=(n, n))
paid, got = np.asarray(F.sum(1)).ravel(), np.asarray(F.sum(0)).ravel()


def best(name, work):
    answer, least, busy = work(), 1e99, 1e99
    for _ in range(runs):
        start, cpu = time.perf_counter(), time.process_time()
        answer = work()
        least = min(least, time.perf_counter() - start)
        busy = min(busy, time.process_time() - cpu)
    print("%s %.1f ms, cpu %.1f ms" % (name, 1e3 * least, 1e3 * busy))
    return answer


if "scc" in what:
    count, label = best("scipy scc", lambda: connected_components(F, True, "strong"))
    print("largest", np.bincount(label).max())
if "origin" in what:
    entering = np.maximum(0, paid - got)
    T = got + entering
    FT = F.T.tocsr()
    inv = np.divide(1, T, out=np.zeros(n), where=T > 0)

    def solve(z):
        x = np.zeros(n)
        while True:
            new = (z + FT @ x) * inv
            if np.abs(new - x).max() <= 1e-9:
                return new
            x = new

    z = [np.where(np.arange(n) % 2 == k, entering, 0) for k in range(2)]
    found = best("scipy Jacobi, two origins", lambda: [solve(z[0]), solve(z[1])])
    print("checksum", found[0].sum())
if "en" in what:
    inv = np.divide(1, paid, out=np.zeros(n), where=paid > 0)
    FT = F.T.tocsr()

    def clear():
        p = paid.copy()
        rounds = 0
        while True:
            rounds += 1
            new = np.minimum(paid, 0.3 * paid + FT @ (p * inv))
            if (np.abs(new - p) * inv).max() <= 1e-9:
                return new, rounds
            p = new

    p, rounds = best("numpy Eisenberg-Noe", clear)
    print("rounds", rounds, "failed", (p < paid * (1 - 1e-13)).sum(), "share paid",
          np.where(paid > 0, p * inv, 1).mean())
