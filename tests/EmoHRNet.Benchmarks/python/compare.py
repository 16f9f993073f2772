#!/usr/bin/env python3
"""The same work here and in torchaudio, in turn, one thread each: medians of CPU time, so that other work on the machine counts little.

    apt install python3-torch python3-torchaudio
    /usr/bin/python3 tests/EmoHRNet.Benchmarks/python/compare.py
"""
import pathlib
import statistics
import subprocess
import time

import torch
import torchaudio

PROJECT = pathlib.Path(__file__).resolve().parent.parent
TASKS = {  # task: (what is compared, tolerance of the results' root mean squares)
    "log-mel": ("log-mel of 4 s at 16 kHz, 512/400/160, 64 bands", 0.001),
    # The filters differ near half the new rate: 16 zero crossings a side against torchaudio's default of 6, and 48 against 48.
    "resampling-fast": ("a minute from 48 to 16 kHz, fast", 0.1),
    "resampling-standard": ("a minute from 48 to 16 kHz, standard", 0.1),
}
ROUNDS, RUNS = 3, 50


def noise(count):
    index = torch.arange(count, dtype=torch.int64)
    return ((index * index % 8191).double() / 8191 - 0.5).float()


def measure(work):
    warmup = time.process_time()
    while time.process_time() - warmup < 2:
        result = work()
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        result = work()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times), result.double().square().mean().sqrt().item()


def theirs():
    clip, minute = noise(4 * 16000), noise(60 * 48000)
    mel = torchaudio.transforms.MelSpectrogram(16000, n_fft=512, win_length=400, hop_length=160, n_mels=64)
    fast = torchaudio.transforms.Resample(48000, 16000)
    standard = torchaudio.transforms.Resample(48000, 16000, lowpass_filter_width=48, rolloff=0.925)
    with torch.inference_mode():
        return {
            "log-mel": measure(lambda: mel(clip).clamp_min(1e-6).log()),
            "resampling-fast": measure(lambda: fast(minute)),
            "resampling-standard": measure(lambda: standard(minute)),
        }


def ours():
    command = ["dotnet", "run", "-c", "Release", "--no-build", "--project", str(PROJECT), "--", "python-peer"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {task: (float(median), float(size)) for task, median, size in map(str.split, lines)}


def main():
    torch.set_num_threads(1)
    subprocess.run(["dotnet", "build", "-c", "Release", "-v", "q", "--nologo", str(PROJECT)], check=True)
    rounds = [(ours(), theirs()) for _ in range(ROUNDS)]
    print(f"torch {torch.__version__}, torchaudio {torchaudio.__version__}, one thread, median of {ROUNDS} x {RUNS}\n")
    print("| | EmoHRNet | torchaudio | ratio |\n| --- | ---: | ---: | ---: |")
    for task, (title, tolerance) in TASKS.items():
        here, there = (statistics.median(side[task][0] for side in sides) for sides in zip(*rounds))
        sizes = [side[task][1] for side in rounds[0]]
        if abs(sizes[0] / sizes[1] - 1) > tolerance:
            raise SystemExit(f"{task}: different results, root mean square {sizes[0]} here, {sizes[1]} there")
        print(f"| {title} | {here:.2f} ms | {there:.2f} ms | {there / here:.1f}x |")


if __name__ == "__main__":
    main()
