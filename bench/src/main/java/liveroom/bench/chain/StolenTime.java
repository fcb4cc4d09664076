package liveroom.bench.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How much of the processors' time the host of a virtual machine has taken away, which no process of the machine
/// shows: where it is much, times say little. By `/proc/stat` (`proc_stat(5)`), on Linux alone.
public final class StolenTime {
    private static final Path TIMES = Path.of("/proc/stat");
    /// After the word `cpu`; what follows is contained in what went before.
    private static final int COUNTED = 8;

    private static final int STOLEN = 7;

    private final long[] before = read();

    /// Per cent of all processors' time since this was made; not a number where the system does not tell.
    public double percent() {
        long[] now = read();
        long passed = LongStream.of(now).sum() - LongStream.of(before).sum();
        return passed > 0 ? 100.0 * (now[STOLEN] - before[STOLEN]) / passed : Double.NaN;
    }

    private static long[] read() {
        try (Stream<String> lines = Files.lines(TIMES)) {
            return lines.filter(line -> line.startsWith("cpu "))
                    .flatMap(line -> Stream.of(line.strip().split(" +", -1)).skip(1))
                    .mapToLong(Long::parseLong)
                    .limit(COUNTED)
                    .toArray();
        } catch (IOException _) {
            return new long[COUNTED];
        }
    }
}
