package liveroom.bench.fanout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Many viewers in a process of their own, so that what they cost is not taken for the studio's. Not safe for use by
/// several threads.
public final class Crowd implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer wishes;

    private Crowd(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.wishes = process.outputWriter(StandardCharsets.UTF_8);
    }

    /// Starts the process, without a viewer yet.
    ///
    /// @param place what makes a command run at the viewers' end of a link
    /// @param link the studio's, for viewers
    public static Crowd start(UnaryOperator<List<String>> place, String link, Lane lane, TrackCount.Marks marks)
            throws IOException {
        return new Crowd(new ProcessBuilder(place.apply(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrowdMain.class.getName(),
                        link,
                        lane.word(),
                        marks.name())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// Lets viewers in until there are so many and each has had a picture.
    public void grow(int count) throws IOException {
        ask("grow " + count);
    }

    /// Those who have watched longest leave; as many others come, and wait for a picture.
    void replace(int count) throws IOException {
        ask("replace " + count);
    }

    /// Counts for some seconds.
    public JsonNode measure(int seconds) throws IOException {
        return JsonMapper.shared().readTree(ask("measure " + seconds));
    }

    private String ask(String wish) throws IOException {
        wishes.write(wish + "\n");
        wishes.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("the viewers' process has ended");
        }
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
