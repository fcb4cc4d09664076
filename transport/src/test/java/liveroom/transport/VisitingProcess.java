package liveroom.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Viewers in a process of their own, who come, wait for their welcome, and go; so that what they cost is not taken for
/// the studio's.
final class VisitingProcess implements AutoCloseable {
    private static final String DONE = "visited";
    /// Each viewer asks three times, and a room takes twenty requests a second from one address.
    private static final long APART_NANOS = 200_000_000;
    /// From so many addresses viewers come in turn.
    private static final int ADDRESSES = 4;
    private static final int TOGETHER = 6;

    private final Process process;
    private final BufferedReader output;

    /// What viewers come for.
    enum Visit {
        /// Their welcome.
        SHORT(""),
        /// The shared lane over as many connections as there may be; several viewers at a time.
        SPREAD("shared");

        /// The one they announce.
        private final String lane;

        Visit(String lane) {
            this.lane = lane;
        }
    }

    VisitingProcess(int port, Visit visit) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VisitingProcess.class.getName(),
                        Integer.toString(port),
                        visit.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Lets viewers come and go.
    void visit(int times) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(times + "\n").flush();
        String line = output.readLine();
        while (line != null && !line.equals(DONE)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the viewers' process has ended");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Reads how many are to come, lets them, says so, and again. Ends if one of them cannot: threads of the library
    /// would keep the process, and whoever waits for its word.
    @SuppressWarnings("CatchAndPrintStackTrace") // there is nobody else to tell
    public static void main(String[] arguments) {
        int status = 0;
        try {
            visitAsTold(arguments);
        } catch (Exception e) {
            e.printStackTrace();
            status = 1;
        }
        Runtime.getRuntime().halt(status);
    }

    private static void visitAsTold(String[] arguments) throws Exception {
        Visit visit = Visit.valueOf(arguments[1]);
        List<WhepClient> rooms = new ArrayList<>();
        for (int i = 0; i < ADDRESSES; i++) {
            InetAddress from = InetAddress.getByName("127.0.0." + (2 + i));
            rooms.add(new WhepClient(Integer.parseInt(arguments[0]), TestRoom.KEY, from).announcing(visit.lane));
        }
        BufferedReader input = new BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            int times = Integer.parseInt(line);
            switch (visit) {
                case SHORT -> visitShortly(rooms, times);
                case SPREAD -> visitSpread(rooms, times);
            }
            System.out.println(DONE);
        }
    }

    private static void visitShortly(List<WhepClient> rooms, int times) throws Exception {
        for (int i = times; i > 0; i--) {
            long nextNanos = System.nanoTime() + APART_NANOS / ADDRESSES;
            FakeViewer viewer = new FakeViewer(FakeViewer.Media.APART);
            viewer.join(rooms.get(i % ADDRESSES));
            viewer.control.first("welcome");
            viewer.leave();
            LockSupport.parkNanos(nextNanos - System.nanoTime());
        }
    }

    private static void visitSpread(List<WhepClient> rooms, int times) throws Exception {
        try (ExecutorService together = Executors.newFixedThreadPool(TOGETHER)) {
            List<Future<?>> visits = new ArrayList<>();
            for (int i = times; i > 0; i--) {
                WhepClient room = rooms.get(i % ADDRESSES);
                visits.add(together.submit(() -> {
                    visitSpread(room);
                    return null;
                }));
            }
            for (Future<?> each : visits) {
                each.get();
            }
        }
    }

    private static void visitSpread(WhepClient room) throws Exception {
        FakeViewer viewer = new FakeViewer(FakeViewer.Media.APART);
        viewer.join(room);
        Await.until("pictures", () -> viewer.media.pictures.size() > 10);
        List<FakeStripe> stripes = FakeStripe.asked(viewer);
        for (FakeStripe stripe : stripes) {
            stripe.open();
        }
        Await.until("parts", () -> viewer.media.spread.get() > 10);
        viewer.leave();
        stripes.forEach(FakeStripe::close);
    }
}
