package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Requests that are not HTTP, one kind at a time: each gets its 4xx and a sentence, once, and the connection ends.
final class MalformedRequestTest {
    private static final String GET = "GET /watch/main HTTP/1.1\r\nHost: x\r\n";
    private static final String POST =
            "POST /whep/main?key=" + TestRoom.KEY + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/sdp\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static TestRoom test;

    @BeforeAll
    static void open() throws Exception {
        test = new TestRoom();
    }

    @AfterAll
    static void close() throws Exception {
        assertThat(test.whep.get("/watch/main").statusCode()).isEqualTo(200);
        test.close();
    }

    private static void eachRefused(int status, Map<String, String> requests) throws Exception {
        for (Map.Entry<String, String> request : requests.entrySet()) {
            List<RawHttp.Answer> answers = RawHttp.exchange(test.room.port(), RawHttp.bytes(request.getValue()));
            assertThat(answers)
                    .as(request.getKey())
                    .extracting(RawHttp.Answer::status)
                    .containsExactly(status);
            answers.getFirst().assertRefused();
            assertThat(answers.getFirst().head())
                    .as(request.getKey())
                    .contains("Connection: close")
                    .contains("X-Content-Type-Options: nosniff");
        }
    }

    private static Map<String, String> each(String before, List<String> ends) {
        Map<String, String> requests = new LinkedHashMap<>();
        ends.forEach(end -> requests.put(end, before + end));
        return requests;
    }

    @Test
    void head_thatBreaksOff_badRequest() throws Exception {
        eachRefused(
                400,
                each("GET / HTTP/1.1\r\n", List.of("", "H", "Hos", "Host:", "Host: x", "Host: x\r", "Host: x\r\n")));
        eachRefused(400, each(GET, List.of("", "\r", "Connection:", "Connection: close")));
    }

    @Test
    void method_ofOtherThanTokenCharacters_badRequest() throws Exception {
        for (String method : List.of("(", "GET:", "G\0T", "\t", "\u00ff", "G\"", "G\u007f")) {
            eachRefused(400, Map.of(method, method + " / HTTP/1.1\r\nHost: x\r\n\r\n"));
        }
    }

    @Test
    void header_malformed_badRequest() throws Exception {
        eachRefused(
                400,
                each(
                        GET,
                        List.of(
                                "no colon\r\n\r\n",
                                "X : y\r\n\r\n",
                                "X: y\r\n folded\r\n\r\n",
                                "X\0: y\r\n\r\n",
                                "X: y\0\r\n\r\n",
                                "X\u00ff: y\r\n\r\n",
                                "X: a\rY: b\r\n\r\n",
                                "X: a\nY: b\r\n\r\n",
                                "X\nY: b\r\n\r\n",
                                "Connection: \1\r\n\r\n",
                                "Host: y\r\n\r\n")));
        eachRefused(
                400,
                each(
                        "GET / HTTP/1.1\r\n",
                        List.of("\r\n", "Host:\r\n\r\n", "Host: [\r\n\r\n", "Host: a b\r\n\r\n", "Host: x:y\r\n\r\n")));
    }

    @Test
    void address_malformedOrTooLong_refused() throws Exception {
        for (String address :
                List.of("/%", "/%f", "/%zz", "/?key=%zz", "/?%zz=x", "/#%zz", "/[", "/\0", "/a b", "://")) {
            eachRefused(400, Map.of(address, "GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        }
        eachRefused(414, Map.of("long", "GET /" + "a".repeat(3000) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    }

    /// A few bytes about the limit: there the server trips over its own buffer, where it ends with the head.
    @Test
    void headers_aboutAsLongAsAllowed_answeredOrRefused() throws Exception {
        for (int length = 16_350; length < 16_390; length++) {
            String request = GET + "X: " + "a".repeat(length) + "\r\nConnection: close\r\n\r\n";
            for (RawHttp.Answer answer : RawHttp.exchange(test.room.port(), RawHttp.bytes(request))) {
                if (answer.status() != 200) {
                    answer.assertRefused();
                }
            }
        }
    }

    @Test
    void length_malformed_badRequest() throws Exception {
        for (String length : List.of("-1", "abc", "", "1,1", "0x2", "9".repeat(30), "1\r\nContent-Length: 2")) {
            eachRefused(400, Map.of(length, POST + "Content-Length: " + length + "\r\n\r\nhi"));
        }
        eachRefused(413, Map.of("large", POST + "Content-Length: 99999999999999\r\n\r\nhi"));
    }

    @Test
    void body_thatBreaksOff_badRequest() throws Exception {
        eachRefused(400, each(POST + "Content-Length: 20\r\n\r\n", List.of("", "v=0\r\n")));
        eachRefused(400, each(POST + "Content-Length: 131073\r\n\r\n", List.of("v=0\r\n")));
        eachRefused(
                400,
                each(
                        CHUNKED,
                        List.of("", "5", "5\r", "5\r\n", "5\r\nv=", "5\r\nv=0\r\n\r\n", "5\r\nv=0\r\n\r\n0\r\n")));
    }

    @Test
    void chunks_malformed_badRequestOnceForAll() throws Exception {
        String next = "\r\nGET /watch/main HTTP/1.1\r\nHost: x\r\n\r\n";
        eachRefused(
                400,
                each(
                        CHUNKED,
                        List.of(
                                "zz" + next,
                                "-2" + next,
                                "0x2" + next,
                                "\u00ff" + next,
                                next,
                                "5\nv=0" + next,
                                "5\rv=0" + next,
                                "ffffffff" + next,
                                "9".repeat(5000) + next,
                                "5\r\nv=0\r\n\r\n0\r\nX: y" + next)));
        eachRefused(413, each(CHUNKED, List.of("7fffffff" + next)));
    }

    @Test
    void encoding_ofTheBodyUnknown_refused() throws Exception {
        eachRefused(
                400,
                each(
                        POST,
                        List.of(
                                "Transfer-Encoding: gzip\r\n\r\n",
                                "Transfer-Encoding:\r\n\r\n",
                                "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n",
                                "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n")));
        eachRefused(501, each(POST, List.of("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")));
    }

    @Test
    void protocol_another_connectionEnds() throws Exception {
        for (String request : List.of(
                "",
                "\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "GET / HTTP/9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\nHost: x\n\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0",
                "\u0016\u0003\u0001\u0002\0\1\0\1\u00fc\u0003\u0003" + "\u00aa".repeat(500))) {
            RawHttp.exchange(test.room.port(), RawHttp.bytes(request)).forEach(RawHttp.Answer::assertRefused);
        }
    }
}
