"""Files that are wrong, each with the line and the column of what is."""

# ruff: noqa: E501  # one file a row reads best

HEAD = b"date,partner,o:safety,t:phone,c:sleep"
GOOD = b"2026-01-01,A,5,1,3"


def _heads() -> list[tuple[bytes, int, int]]:
    wrong = [
        (b"", 1), (b"\n", 1), (b"Date,partner,o:x", 1), (b"partner,date,o:x", 1), (b"date", 2),
        (b"date,who,o:x", 2), (b"date,Partner,o:x", 2), (b"date,partner", 3), (b"date,partner,t:phone", 3),
        (b"date,partner,o:x,phone", 4), (b"date,partner,o:x,x:phone", 4), (b"date,partner,o:x,O:y", 4),
        (b"date,partner,o:x,", 4), (b"date,partner,o:x,t:", 4), (b"date,partner,o:x,t: ", 4),
        (b"date,partner,o:x,o:x", 4), (b"date,partner,o:x,t:a,t:b,t:a", 6), (b"date,partner,o:x,date", 4),
        (b"date;partner;o:x", 1), (b"date\tpartner\to:x", 1), (b"date,partner,o:x,t:a\x07b", 4),
        (b"date,partner,o:x,t:\x1b[2J", 4), (b"date,partner,o:x,t:\xff", 4), (b"date,partner,\xc3", 3),
        (b'date,partner,"o:x', 3), (b'date,partner,"o:x"y', 3), (b'date,partner,o:"x"', 3),
        (b"\xff\xfed\x00a\x00", 1), (b"date,partner,o:x,t:a\x00", 4),
        (b"date,partner,o:x," + b",".join(b"t:%d" % i for i in range(500)), 401),
    ]  # fmt: skip
    return [(head + b"\n" + GOOD + b"\n" if head.strip() else head, 1, column) for head, column in wrong]


def _rows() -> list[tuple[bytes, int, int]]:
    wrong = [
        (b"2026-02-30,A,5,1,3", 1), (b"2026-13-01,A,5,1,3", 1), (b"2026-1-1,A,5,1,3", 1), (b"01.02.2026,A,5,1,3", 1),
        (b"20260101,A,5,1,3", 1), (b"2026-W01-1,A,5,1,3", 1), (b"2026-01-02T00:00,A,5,1,3", 1), (b",A,5,1,3", 1),
        (b"0000-01-01,A,5,1,3", 1), (b"yesterday,A,5,1,3", 1), ("２０２６-01-02,A,5,1,3".encode(), 1),
        (b"2026-01-02,C,5,1,3", 2), (b"2026-01-02,a,5,1,3", 2), (b"2026-01-02,,5,1,3", 2), (b"2026-01-02,AB,5,1,3", 2),
        (b"2026-01-02,A,11,1,3", 3), (b"2026-01-02,A,-1,1,3", 3), (b"2026-01-02,A,five,1,3", 3),
        (b"2026-01-02,A,nan,1,3", 3), (b"2026-01-02,A,inf,1,3", 3), (b"2026-01-02,A,1e1,1,3", 3),
        (b"2026-01-02,A,0x5,1,3", 3), (b"2026-01-02,A,10.01,1,3", 3), (b"2026-01-02,A,5.,1,3", 3),
        (b"2026-01-02,A,.5,1,3", 3), (b"2026-01-02,A,5 5,1,3", 3), (b"2026-01-02,A,1_0,1,3", 3),
        ("2026-01-02,A,５,1,3".encode(), 3), (b"2026-01-02,A,+5,1,3", 3), (b"2026-01-02,A,5\x00,1,3", 3),
        (b"2026-01-02,A,5,2,3", 4), (b"2026-01-02,A,5,0.5,3", 4), (b"2026-01-02,A,5,yes,3", 4),
        (b"2026-01-02,A,5,-1,3", 4), (b"2026-01-02,A,5,True,3", 4), (b"2026-01-02,A,5,1,11", 5),
        (b"2026-01-02,A,5,1,-0.1", 5), (b"2026-01-02,A,5,1,x", 5), (b"2026-01-02,A,5,1", 5), (b"2026-01-02,A", 3),
        (b"2026-01-02", 2), (b"2026-01-02,A,5,1,3,", 6), (b"2026-01-02,A,5,1,3,4,5", 6), (b"2026-01-02;A;5;1;3", 2),
        (b'2026-01-02,A,"5,1,3', 3), (b'2026-01-02,A,"5"5,1,3', 3), (b'2026-01-02,A,5,1"",3', 4),
        (b"2026-01-02,A,5,\xe9,3", 4), (b"2026-01-01,A,6,0,2", 1), (b" ,A,5,1,3", 1), (b"9" * 5000, 2),
        (b"1526-01-02,A,5,1,3", 1),
    ]  # fmt: skip
    return [(HEAD + b"\n" + GOOD + b"\n" + row + b"\n", 3, column) for row, column in wrong]


def _slipped() -> bytes:
    days = [b"2026-%02d-%02d,A,5,1,3" % (month, day) for month in (1, 2) for day in range(1, 29)]
    days[50] = b"2206-01-01,A,5,1,3"
    return HEAD + b"\n" + b"\n".join(days) + b"\n"


MALFORMED = [
    *_heads(),
    *_rows(),
    (HEAD, 2, 1),
    (HEAD + b"\n\n\n", 2, 1),
    (HEAD + b"\n" + GOOD + b"\n\n\n2026-01-02,A,5,1,12", 5, 5),
    (HEAD + b"\r\n" + GOOD + b"\r\n2026-01-02,B,5,9,1\r\n", 3, 4),
    (HEAD + b"\r" + GOOD + b"\r2026-01-02,B,5,9,1\r", 3, 4),
    (HEAD + b"\r" + GOOD + b"\r\n2026-01-02,B,5,1,1\n2026-01-03,B,5,1,11", 4, 5),
    (HEAD + b"\r\r" + GOOD + b"\r2026-01-02,B,5,\xe9,1\r", 4, 4),
    (HEAD + b"\r", 2, 1),
    (HEAD + b"\n2026-01-01,A,5,\r1,3\n", 2, 5),
    (b"date,partner\r,o:x\n" + GOOD, 1, 3),
    (b"date,partner,t:x\r" + GOOD, 1, 3),
    (_slipped(), 52, 1),
    (_slipped().replace(b"2206", b"1206"), 52, 1),
    (b'date,partner,o:x,"t:late, again",t:caf\xe9\n' + GOOD, 1, 5),
    (b'date,partner,o:x,"t:late, caf\xe9"\n2026-01-01,A,5,1\n', 1, 4),
    (b'date,partner,"o:""x"", y",t:caf\xe9\n2026-01-01,A,5,1\n', 1, 4),
    (b"date,partner,o:x,t:phone,t: phone\n" + GOOD, 1, 5),
    ("date,partner,o:x,t:caf\u00e9,t:cafe\u0301\n".encode() + GOOD, 1, 5),
    (HEAD + b"\n2026-01-01,A,5,5,1,3\n", 2, 6),
]
