"""Has CPython's C unpickler decide about small streams: accepted or refused, and which names it looked up before.

Writes differential.tsv: the stream in base64, accept or refuse, the names in order. What is looked up is replaced by inert
stand-ins that can be called, filled and built. Run with Debian's python3 (3.11): python3 differential.py
"""
import base64, io, pickle, random, resource, struct

resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


class Stand(type):
    def __call__(cls, *args, **kwargs):
        return fresh()

    def extend(cls, items):
        list(items)

    def append(cls, item):
        pass

    def add(cls, item):
        pass

    def __setitem__(cls, key, value):
        pass

    def __setstate__(cls, state):
        pass


def fresh():
    return Stand("Stand", (), {"__new__": lambda cls, *args, **kwargs: fresh()})


class Recorder(pickle.Unpickler):
    def __init__(self, data):
        super().__init__(io.BytesIO(data))
        self.names = []

    def find_class(self, module, name):
        self.names.append(module + ":" + name)
        return fresh()


def u4(n):
    return struct.pack("<I", n)


def u8(n):
    return struct.pack("<Q", n)


def text(s):
    return b"X" + u4(len(s)) + s


HAND = [
    # numbers as text
    *[b"I" + n + b"\n." for n in (b"1", b"0x1F", b"0X1f", b"0b11", b"0o17", b"010", b"09", b"1_000", b"0x_1", b"1__0", b"_1", b"1_", b" 12", b"12 ", b"\t7", b"-5", b"+5", b"--5", b"00", b"01", b"02", b"-0", b"",
                                  b"0", b"12L", b"99999999999999999999999", b"-99999999999999999999999", b"1\x00junk", b"\x00", b"1.5", b"a", b"0x", b"0b", b"0_1", b"00_0", b" 1 2", b"9223372036854775807", b"9223372036854775808", b"-9223372036854775808", b"1\r")],
    *[b"L" + n + b"\n." for n in (b"1L", b"1", b"0x10L", b"1_0L", b"LL", b"L", b"", b" 3 L", b" 3 ", b"-7L", b"010L", b"000L", b"0b1L", b"1LL", b"5\x00x")],
    *[b"F" + n + b"\n." for n in (b"1.5", b".5", b"5.", b".", b"1e5", b"1e", b"1e400", b"-1e400", b"1e-400", b"inf", b"-Infinity", b"NaN", b"nanx", b" 1.0", b"1.0 ", b"1_0.0", b"0x1p3", b"", b"1\x00z", b"infin", b"+.5e+1", b"1e+")],
    # texts
    *[b"S" + n + b"\n." for n in (b"'a'", b'"a"', b"'a\"", b"a", b"'", b"''", b"'a' ", b" 'a'", b"'\\x41'", b"'\\x4'", b"'\\xzz'", b"'\\101'", b"'\\8'", b"'\\'", b"'\\\\'", b"'\\q'", b"'\xe9'", b"'\\xe9'", b"'a'b'", b"")],
    *[b"V" + n + b"\n." for n in (b"a", b"", b"\\u0041", b"\\u004", b"\\U00000041", b"\\U00110000", b"\\\\u0041", b"\\", b"\\x", b"\xe9", b"\\ud800", b"\\u00zz")],
    *[b"X" + u4(len(s)) + s + b"." for s in (b"", b"ab", b"\xc3\xa9", b"\xe9", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xc0\x80", b"\xf4\x90\x80\x80")],
    *[b"U" + bytes([len(s)]) + s + b"." for s in (b"", b"ab", b"\xe9")], b"T" + u4(2) + b"ab.", b"T" + u4(0x80000000) + b"ab.", b"T" + u4(0xFFFFFFFF) + b".", b"U\x05ab.", b"X" + u4(3) + b"ab",
    b"\x8c\x02ab.", b"\x8d" + u8(2) + b"ab.", b"\x8d" + u8(1 << 63) + b"ab.", b"\x8d" + u8(1 << 62) + b"ab.", b"B" + u4(2) + b"\xff\xfe.", b"C\x01\xff.", b"\x8e" + u8(1) + b"a.", b"\x8e" + u8((1 << 64) - 1) + b"a.", b"\x96" + u8(1) + b"a.", b"\x96" + u8(9) + b"a.",
    # counted integers
    b"\x8a\x00.", b"\x8a\x01\xff.", b"\x8a\x03a.", b"\x8b" + u4(0) + b".", b"\x8b" + u4(2) + b"ab.", b"\x8b" + u4(0xFFFFFFFF) + b".", b"J\xff\xff\xff\xff.", b"J\xff\xff.", b"K\x05.", b"K", b"M\x01\x02.", b"G" + bytes(8) + b".", b"G" + bytes(7),
    # stack and marks
    b".", b"N.", b"(.", b"N(.", b"0.", b"N0.", b"NN0.", b"(0.", b"(0N.", b"N(0.", b"N(N0.", b"N(N00.", b"N(00.", b"1.", b"(1.", b"N(1.", b"N(NN1.", b"2.", b"N2.", b"(2.", b"N(2.", b"N2a.", b"NN.", b"N(N.", b"((N1.", b"((NN1N.", b"(N(1.",
    # tuples, lists, dicts, sets
    b").", b"t.", b"(t.", b"(NNt.", b"N(t.", b"\x85.", b"N\x85.", b"N\x86.", b"NN\x86.", b"NNN\x87.", b"NN\x87.", b"N(N\x86.", b"l.", b"(l.", b"(NNl.", b"d.", b"(d.", b"(NNd.", b"(Nd.", b"(]Nd.", b"(N]d.", b"({Nd.", b"(}Nd.", b"((]tNd.", b"(]\x85Nd.", b"(\x96" + u8(0) + b"Nd.",
    b"].", b"}.", b"\x8f.", b"]Na.", b"]a.", b"Na.", b"N", b"NNa.", b"}Na.", b"\x8fNa.", b"\x96" + u8(0) + b"K\x01a.", b"](e.", b"](NNe.", b"]N(e.", b"(e.", b"e.", b"]e.", b"N(e.", b"N(Ne.", b"}NNs.", b"}Ns.", b"Ns.", b"}]Ns.", b"}N]s.", b"}(u.", b"}(NNu.", b"}(Nu.", b"}(]Nu.", b"(NNu.", b"u.", b"N(u.", b"N(NNu.", b"\x8f(\x90.", b"\x8f(N\x90.",
    b"\x8f(]\x90.", b"\x90.", b"(N\x90.", b"](N\x90.", b"N(\x90.", b"(\x91.", b"(N\x91.", b"(]\x91.", b"\x91.", b"(N\x91\x85Nd.", b"}(\x91N\x91Ns.", b"](((NtNl(dt(e.",
    # memo
    b"Np0\n0g0\n.", b"Np0\n.", b"p0\n.", b"(p0\n.", b"Np-1\n.", b"Npx\n.", b"Np\n.", b"Np 5 \n0g5\n.", b"Np1_0\n0g10\n.", b"Np0x5\n.", b"Np007\n0g7\n.", b"g0\n.", b"g-1\n.", b"gx\n.", b"h\x00.", b"Nq\x050h\x05.", b"Nq\x050h\x04.", b"Nr" + u4(7) + b"0j" + u4(7) + b".", b"j" + u4(1) + b".",
    b"N\x940h\x00.", b"Nq\x05\x940h\x01.", b"Nq\x05\x940h\x00.", b"Nq\x00q\x00\x940h\x01.", b"N\x94\x94\x940h\x02.", b"\x94.", b"(\x94.", b"Nq\x01\x940h\x01.", b"N\x94q\x03\x940h\x02.", b"Np99999999999999999999\n.", b"g99999999999999999999\n.",
    # protocol and frames
    b"\x80\x00N.", b"\x80\x05N.", b"\x80\x06N.", b"N\x80\x04.", b"\x80", b"\x95" + u8(2) + b"N.", b"\x95" + u8(0) + b"N.", b"\x95" + u8(9) + b"N.", b"\x95" + u8(1 << 63) + b"N.", b"\x95" + u8(1) + b"N.", b"\x95\x00", b"\xff.", b"\x00.", b"Z.", b"",
    # names
    b"ca\nb\n.", b"c\nb\n.", b"ca\n\n.", b"ca\nb", b"ca.b\nc.d\n.", b"c\xc3\xa9\nb\n.", b"c\xe9\nb\n.", b"ca b\nc d\n.", text(b"a") + text(b"b") + b"\x93.", b"NN\x93.", text(b"a") + b"N\x93.", b"C\x01aC\x01b\x93.", b"S'a'\nVb\n\x93.", b"\x93.", text(b"a") + b"\x93.", text(b"") + text(b"") + b"\x93.",
    text(b"a") + b"2\x93.", text(b"a") + b"q\x00" + text(b"b") + b"q\x0100h\x00h\x01\x93.", b"cx\ny\n" + text(b"b") + b"\x93.", b"cx\ny\n)R" + text(b"b") + b"\x93.",
    # calls
    b"ca\nb\n)R.", b"ca\nb\nNR.", b"ca\nb\n(NtR.", b"N)R.", b")R.", b"R.", b"ca\nb\n]R.", b"ca\nb\n)R)R.", b"ca\nb\nca\nc\nR.", b"ca\nb\n)\x81.", b"N)\x81.", b"ca\nb\nN\x81.", b"\x81.", b"ca\nb\n)}\x92.", b"ca\nb\n)N\x92.", b"N)}\x92.", b"ca\nb\nN}\x92.", b"ca\nb\n)\x92.", b"(ca\nb\no.", b"(ca\nb\nNNo.", b"(No.", b"(o.", b"o.",
    b"ca\nb\n(o.", b"(ia\nb\n.", b"(NNia\nb\n.", b"ia\nb\n.", b"(i\nb\n.", b"(ia\n\n.", b"(i\xc3\xa9\nb\n.", b"(ia\nb", b"(ca\nb\no0N.", b"ca\nb\n)R0N.",
    # build and fill
    b"ca\nb\n)R}b.", b"ca\nb\nNb.", b"NNb.", b"N}b.", b"]}b.", b"]Nb.", b"Nb.", b"b.", b"(b.", b"ca\nb\n(Nb.", b"ca\nb\n)RNa.", b"ca\nb\n)R(NNe.", b"ca\nb\n)RNNs.", b"ca\nb\n)R(NNu.", b"ca\nb\n)R(N\x90.", b"ca\nb\n)R(NNNu.", b"ca\nb\nNNs.", b"ca\nb\n}b0cc\nd\n.",
    # the rest
    b"Pid\n.", b"P\xe9\n.", b"NQ.", b"Q.", b"\x82\x01.", b"\x82\x00.", b"\x83\x01\x00.", b"\x84\xff\xff\xff\xff.", b"\x97.", b"\x98.", b"N\x98.", b"C\x01a\x98.", b"\x96" + u8(1) + b"a\x98.", b"]\x98.", b"\x88.", b"\x89.", b"\x88\x89\x86.", b"N.N.", b"N.\xff",
]

VALUES = [None, True, -1, 255, 65536, 1 << 40, 1.5, "text", "\u00e9\ud800", b"bytes", bytearray(b"x"), (), (1,), (1, 2, 3), (1, 2, 3, 4), [1, [2]], {"a": 1, "b": {}}, {1, 2}, frozenset([3]), [(1, 2)] * 3, range(3), complex(1, 2), OverflowError("x")]


def mutate(rng, stream):
    data = bytearray(stream)
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(data) + 1)
        kind = rng.randrange(6)
        if kind == 0 and at < len(data):
            data[at] = rng.choice(b"().0129IFKLNRSTUVXabcdeghijlmopqrstu]}\x80\x81\x85\x86\x87\x88\x8c\x8f\x90\x91\x92\x93\x94\x95")
        elif kind == 1 and at < len(data):
            data[at] ^= 1 << rng.randrange(8)
        elif kind == 2:
            data[at:at] = rng.choice([b"N", b"(", b")", b"0", b"2", b"]", b"}", b"K\x01", b"ca\nb\n", b"\x94", b"h\x00", b"t", b"R", b"X\x01\0\0\0z", b"\x8f", b"q\x00", b"a", b"s", b"1"])
        elif kind == 3 and at < len(data):
            del data[at:at + rng.randint(1, 3)]
        elif kind == 4:
            data[at:at] = bytes(data[at:at + rng.randint(1, 6)])
        else:
            data = data[:at] + bytearray(b".")
    return bytes(data)


def streams():
    seen = set()
    rng = random.Random(20261121)
    seeds = HAND + [pickle.dumps(v, p) for v in VALUES for p in range(6)]
    for stream in seeds:
        if stream not in seen and len(stream) <= 90:
            seen.add(stream)
            yield stream
    for _ in range(900):
        stream = mutate(rng, rng.choice(seeds))
        if stream not in seen and len(stream) <= 90:
            seen.add(stream)
            yield stream


def main():
    with open("differential.tsv", "w", newline="\n") as out:
        for stream in streams():
            recorder = Recorder(stream)
            try:
                recorder.load()
                answer = "accept"
            except MemoryError:
                continue
            except Exception:
                answer = "refuse"
            out.write("\t".join([base64.b64encode(stream).decode(), answer, "|".join(n.encode("unicode_escape").decode() for n in recorder.names)]) + "\n")


main()
