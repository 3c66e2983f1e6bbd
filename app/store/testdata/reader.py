# Reads a register by README.txt alone, and prints its matters as JSON.
import base64, hashlib, json, os, struct, subprocess, sys

folder = sys.argv[1]


def frames(data, at):
    while True:
        at = data.find(b"YtF1", at)
        if at < 0 or at + 24 > len(data):
            return
        size = struct.unpack(">I", data[at + 4:at + 8])[0]
        payload = data[at + 24:at + 24 + size]
        if hashlib.sha256(data[at:at + 8] + payload).digest()[:16] != data[at + 8:at + 24]:
            at += 1
            continue
        at += 24 + size
        number, count = struct.unpack(">QI", payload[:12])
        pos, ops = 12, []
        for _ in range(count):
            n = struct.unpack(">I", payload[pos:pos + 4])[0]
            key = payload[pos + 4:pos + 4 + n]
            pos += 4 + n
            n = struct.unpack(">I", payload[pos:pos + 4])[0]
            pos += 4
            if n == 0xffffffff:
                ops.append((key, None))
            else:
                ops.append((key, payload[pos:pos + n]))
                pos += n
        yield number, ops


def body(key, sealed):
    if sealed[0:2] != b"Y\x02" or hashlib.sha256(key + sealed[:24] + sealed[56:]).digest() != sealed[24:56]:
        sys.exit("damaged: %r" % key)
    if sealed[4] & 1:
        return subprocess.run(["zstd", "-dcq"], input=sealed[56:], stdout=subprocess.PIPE, check=True).stdout
    return sealed[56:]


records, files, seq = {}, {}, 0
backups = os.path.join(folder, "backups")
for name in sorted(os.listdir(backups) if os.path.isdir(backups) else [], reverse=True):
    if not name.endswith(".backup"):
        continue
    data = open(os.path.join(backups, name), "rb").read()
    end = data.rfind(b'{"records":')
    if hashlib.sha256(data[:end]).hexdigest() != json.loads(data[end:])["sha256"]:
        continue
    head = data.index(b"\n") + 1
    frames_at = data.index(b"\n", head) + 1
    seq = json.loads(data[head:frames_at])["seq"]
    for number, ops in frames(data[:end], frames_at):
        for key, value in ops:
            if number:
                records[key] = value
            else:
                files[key.decode()] = value.hex()
    break

journal = os.path.join(folder, "journal")
names = sorted(n for n in os.listdir(journal) if n.endswith(".journal"))
for i, name in enumerate(names):
    data = open(os.path.join(journal, name), "rb").read()
    void = int(names[i + 1].split(".")[0]) if i + 1 < len(names) else None
    for number, ops in frames(data, 0):
        if number <= seq or void is not None and number >= void:
            continue
        seq = number
        for key, value in ops:
            if value is None:
                records.pop(key, None)
            else:
                records[key] = value


def file(name):
    path = os.path.join(folder, "files", name[:2], name)
    if not os.path.exists(path):
        sum = files[name[:2] + "/" + name]
        path = os.path.join(backups, "files", sum[:2], sum)
    return body(b"file/" + name.encode(), open(path, "rb").read())


def cut(sums):
    return [sums[at:at + 16] for at in range(0, len(sums), 16)]


def matter(id, number):
    key = b"rev/%s/%020d" % (id, number)
    rev = json.loads(body(key, records[key]))
    def record(sum):
        key = b"part/%s/%s" % (id, base64.urlsafe_b64encode(sum).rstrip(b"="))
        return body(key, records[key]) if key in records else None

    packed = {}
    for sum in cut(base64.b64decode(rev.get("in", ""))):
        pack = record(sum)
        while pack:
            size = shift = 0
            while True:
                byte, pack = pack[0], pack[1:]
                size |= (byte & 127) << shift
                shift += 7
                if byte < 128:
                    break
            packed[hashlib.sha256(pack[:size]).digest()[:16]] = pack[:size]
            pack = pack[size:]
    pieces = []
    for sum in cut(base64.b64decode(rev["parts"])) if "parts" in rev else packed:
        piece = packed.get(sum) or record(sum)
        if piece is None:
            piece = file([f for f in rev["files"] if f.startswith(sum.hex())][0])
        pieces.append(json.loads(piece))

    def whole(value):
        if isinstance(value, dict):
            if list(value) == ["§"]:
                return whole(pieces[value["§"]])
            return {k: whole(v) for k, v in value.items()}
        if isinstance(value, list):
            return [whole(v) for v in value]
        return value

    m = whole(pieces[0])
    for d in m.get("documents") or []:
        for a in d.get("annexes") or []:
            if "file_sha256" in a:
                data = file(a.pop("file_sha256"))
                a["data"] = base64.b64encode(data).decode()
    return m


out = {}
for key, value in records.items():
    if key.startswith(b"matter/"):
        id = key[len(b"matter/"):]
        out[id.decode()] = matter(id, json.loads(body(key, value))["number"])
sys.stdout.buffer.write(json.dumps(out, ensure_ascii=False).encode())
