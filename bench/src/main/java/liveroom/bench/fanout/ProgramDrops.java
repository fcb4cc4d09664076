package liveroom.bench.fanout;

import java.util.List;
import liveroom.bench.chain.LiveStudio;
import tools.jackson.databind.JsonNode;

/// How many pictures of the program viewers could not be sent, whichever stage of the studio let them go.
final class ProgramDrops {
    private ProgramDrops() {}

    /// Those that the studio has counted since then, by its lines, which come once a second: from the last one before.
    static long since(List<LiveStudio.Figures> lines, double fromMillis) {
        long before = lines.stream()
                .filter(line -> line.atMillis() <= fromMillis)
                .reduce((_, later) -> later)
                .map(line -> counted(line.json()))
                .orElse(0L);
        return lines.isEmpty() ? 0 : counted(lines.getLast().json()) - before;
    }

    private static long counted(JsonNode line) {
        return line.path("droppedFrames").longValue()
                + line.path("encoderDroppedFrames").longValue();
    }
}
