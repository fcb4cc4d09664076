package liveroom.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StreamTest {
    private static HttpDoor door(HttpAnswer answer) throws IOException {
        return new HttpDoor(
                InetAddress.getLoopbackAddress(),
                0,
                request -> request.path().equals("/stream") ? answer : HttpAnswer.of(200, "text/plain", "plain"));
    }

    private static Socket ask(HttpDoor door) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void stream_piecesArriveWhileItGoesOn_andItEnds() throws Exception {
        BlockingQueue<String> pieces = new ArrayBlockingQueue<>(4);
        HttpAnswer answer = HttpAnswer.stream("text/event-stream", body -> {
            try {
                for (String piece = pieces.take(); !piece.isEmpty(); piece = pieces.take()) {
                    body.write(piece.getBytes(StandardCharsets.UTF_8));
                    body.flush();
                }
            } catch (InterruptedException _) {
                // the door is closing
            }
        });
        pieces.put("one\n");
        try (HttpDoor door = door(answer);
                HttpClient http = HttpClient.newHttpClient()) {
            var response = http.send(
                    java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/stream"))
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("one");
                pieces.put("two\n");
                assertThat(lines.readLine()).isEqualTo("two");
                pieces.put("");
                assertThat(lines.readLine()).isNull();
            }
        }
    }

    @Test
    void stream_readerTakesNothing_interruptEndsItAndTheDoorAnswersOthers() throws Exception {
        CompletableFuture<Thread> begun = new CompletableFuture<>();
        CompletableFuture<String> ended = new CompletableFuture<>();
        HttpAnswer answer = HttpAnswer.stream("text/plain", body -> {
            begun.complete(Thread.currentThread());
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    body.write(new byte[64 * 1024]);
                    body.flush();
                }
            } finally {
                ended.complete("ended");
            }
        });
        try (HttpDoor door = door(answer);
                HttpClient http = HttpClient.newHttpClient();
                Socket lazy = ask(door)) {
            Thread writer = begun.get(30, TimeUnit.SECONDS);
            assertThat(lazy.getInputStream().read())
                    .as("the answer's beginning")
                    .isPositive();
            while (writer.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait(); // until the socket takes no more
            }
            writer.interrupt();
            assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo("ended");
            var plain = http.send(
                    java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(plain.body()).isEqualTo("plain");
        }
    }

    @Test
    void stream_longerThanARequestMayTake_goesOn() throws Exception {
        Duration limit = Duration.ofMillis(200);
        HttpAnswer answer = HttpAnswer.stream("text/plain", body -> {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < limit.multipliedBy(5).toNanos()) {
                body.write('x');
                body.flush();
                LockSupport.parkNanos(limit.dividedBy(4).toNanos());
            }
            body.write("whole".getBytes(StandardCharsets.US_ASCII));
        });
        ConnectionLimits hasty = new ConnectionLimits(3, limit);
        try (HttpDoor door = new HttpDoor(InetAddress.getLoopbackAddress(), 0, HttpDoor.PLAIN, hasty, _ -> answer);
                Socket patient = ask(door)) {
            assertThat(new String(patient.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("whole");
        }
    }

    @Test
    void stream_readerGoesAway_writerIsToldSo() throws Exception {
        CompletableFuture<String> ended = new CompletableFuture<>();
        HttpAnswer answer = HttpAnswer.stream("text/plain", body -> {
            try {
                while (true) {
                    body.write('x');
                    body.flush();
                }
            } finally {
                ended.complete("ended");
            }
        });
        try (HttpDoor door = door(answer)) {
            try (Socket brief = ask(door)) {
                assertThat(brief.getInputStream().read()).isPositive();
            }
            assertThat(ended.get(30, TimeUnit.SECONDS)).isEqualTo("ended");
        }
    }
}
