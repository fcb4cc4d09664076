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
                        // Short pauses: what comes meanwhile would count as late.
                        "-Xmn8m",
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
    ///
    /// @throws IOException if the studio lets in fewer
    public void grow(int count) throws IOException {
        require(count, growUpTo(count));
    }

    /// The same, as far as the studio has room.
    ///
    /// @return how many are in
    int growUpTo(int count) throws IOException {
        return Integer.parseInt(ask("grow " + count));
    }

    /// Of so many who are in, those who have watched longest leave; as many others come, and wait for a picture.
    void replace(int leaving, int present) throws IOException {
        require(present, Integer.parseInt(ask("replace " + leaving)));
    }

    private static void require(int wanted, int present) throws IOException {
        if (present < wanted) {
            throw new IOException("the studio has let in " + present + " viewers of " + wanted);
        }
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
