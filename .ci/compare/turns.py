"""turns.py YTTRA ALONE TURNS: makes PDFs of 3, 27 and 272 pages with YTTRA, which reads
back what it has written, with ALONE, which does not, and with LibreOffice, which does
not either, in turns, and prints CPU seconds, factors, and the size of the files."""
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

# times the text stands in the paper, pages there are then, and how many times less
# CPU than LibreOffice the export alone must use; 0: it is only printed
PAPERS = [(2, 3, 25), (31, 27, 0), (340, 272, 12)]
NEAR = 0.06  # pages may differ by so much of what they are called

yttra, alone, turns = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
here = os.path.dirname(os.path.abspath(__file__))
work = tempfile.TemporaryDirectory(prefix="yttra-compare-")
EXPORT = "pdf:writer_pdf_Export:" + json.dumps({
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2b, the nearest it has
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
})


def cpu(command):
    """CPU seconds of a process and those it started, on one core."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["taskset", "-c", "0", *command], check=True, cwd=work.name, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ours(times, program):
    return cpu([program, "pdf", f"{times}.json", "-o", f"{times}.pdf"])


def theirs(times):
    return cpu(["soffice", f"-env:UserInstallation=file://{work.name}/profile", "--headless", "--convert-to", EXPORT, "--outdir", "theirs", f"{times}.docx"])


def pages(path):
    out = subprocess.run(["pdfinfo", os.path.join(work.name, path)], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in out.splitlines() if line.startswith("Pages:"))), "Tagged:          yes" in out


good = True
print("pages  alone, s  read back, s  LibreOffice, s  factor  read back  wanted   ours  LibreOffice, kB")
for times, called, wanted in PAPERS:
    with open(os.path.join(work.name, f"{times}.json"), "w", encoding="utf-8") as f:
        f.write(subprocess.run([sys.executable, os.path.join(here, "long.py"), str(times)], check=True, capture_output=True, text=True, encoding="utf-8").stdout)
    subprocess.run([yttra, "word", f"{times}.json", "-o", f"{times}.docx"], check=True, cwd=work.name, stderr=subprocess.DEVNULL)
    ours(times, alone), theirs(times)  # the disk is warm, and LibreOffice has its profile
    us, back, them = [], [], []
    for _ in range(turns):
        us.append(ours(times, alone))
        back.append(ours(times, yttra))
        them.append(theirs(times))
    a, r, b = statistics.median(us), statistics.median(back), statistics.median(them)
    n, tagged = pages(f"{times}.pdf")
    m, their_tags = pages(f"theirs/{times}.pdf")
    size = [os.path.getsize(os.path.join(work.name, p)) // 1000 for p in (f"{times}.pdf", f"theirs/{times}.pdf")]
    print(f"{n:5}  {a:8.3f}  {r:12.3f}  {b:14.2f}  {b / a:6.1f}  {b / r:9.1f}  {wanted or '':6}  {size[0]:5}  {size[1]:11}")
    faults = [what for what, wrong in {
        f"{n} pages, not about {called}": abs(n - called) > max(1, NEAR * called),
        f"LibreOffice has {m} pages of the same text": abs(n - m) > max(1, 0.25 * n),
        "a file is not tagged": not (tagged and their_tags),
        f"less than {wanted} times": b / a < wanted,
    }.items() if wrong]
    for fault in faults:
        print("FAILED:", fault)
    good = good and not faults
sys.exit(0 if good else 1)
