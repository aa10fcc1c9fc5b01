"""Programs timed in turn, A B A B, so that a machine whose speed drifts is fair to all of them."""
import os
import resource
import statistics
import subprocess
import time
from dataclasses import dataclass
from operator import attrgetter


@dataclass(frozen=True)
class Run:
    seconds: float
    #: Of all processors, children's too.
    processor_seconds: float
    #: The most memory of the largest process, in MB.
    megabytes: float
    worked: bool


SECONDS = attrgetter('seconds')
PROCESSOR_SECONDS = attrgetter('processor_seconds')


def timed(command, folder):
    started = time.monotonic()
    child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    return Run(time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, status == 0)


def in_rounds(commands, rounds, folder):
    """The runs of each command by its name, one a round."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    out = {name: [] for name in commands}
    timed(next(iter(commands.values())), folder)   # files into the cache
    for _ in range(rounds):
        for name, command in commands.items():
            out[name].append(timed(command, folder))
    return out


def median(runs, figure):
    return statistics.median(figure(run) for run in runs)


def median_ratio(runs, others, figure):
    """Of one command to another: the median of the ratios within each round, which drift does not touch."""
    return statistics.median(figure(run) / figure(other) for run, other in zip(runs, others))
