package liveroom.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the room refuses, each with its status and a sentence, while a viewer goes on watching.
final class WhepRefusalTest {
    private static TestRoom test;
    private static FakeViewer watching;
    private static String offer;

    @BeforeAll
    static void open() throws Exception {
        test = new TestRoom(2);
        watching = test.join();
        try (FakeViewer other = new FakeViewer()) {
            offer = other.offer();
        }
    }

    @AfterAll
    static void close() {
        watching.awaitPictures();
        assertThat(test.room.viewers()).hasSize(1);
        watching.close();
        test.close();
    }

    private static void refused(HttpResponse<String> response, int status, String words) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains(words).hasLineCount(1);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private static HttpRequest.Builder post(String path) {
        return test.whep.to(path).header("Content-Type", WhepClient.SDP).POST(BodyPublishers.ofString(offer));
    }

    @Test
    void page_ofAnUnknownRoom_notFound() throws Exception {
        refused(test.whep.get("/watch/other"), 404, "no such room");
        refused(test.whep.get("/api/rooms/other"), 404, "no such room");
        refused(test.whep.send(post("/whep/other?key=" + TestRoom.KEY)), 404, "no such room");
        refused(test.whep.get("/nothing"), 404, "no such page");
        refused(test.whep.get("/viewer/nothing.js"), 404, "no such file");
    }

    @Test
    void file_outsideThePage_notFound() throws Exception {
        for (String path : new String[] {
            "/viewer/../secret",
            "/viewer/%2e%2e/secret",
            "/viewer/..%2fsecret",
            "/viewer/.hidden",
            "/viewer/a/../index.html"
        }) {
            assertThat(test.whep.get(path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void offer_withoutAKey_unauthorized() throws Exception {
        HttpResponse<String> response = test.whep.send(post("/whep/main"));
        refused(response, 401, "key is missing");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void offer_withAWrongKey_forbidden() throws Exception {
        refused(test.whep.send(post("/whep/main").header("Authorization", "Bearer wrong")), 403, "not valid");
        refused(test.whep.send(post("/whep?key=wrong")), 403, "not valid");
    }

    @Test
    void offer_ofAnotherType_unsupported() throws Exception {
        refused(
                test.whep.send(test.whep
                        .to("/whep/main?key=" + TestRoom.KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))),
                415,
                "application/sdp");
        refused(
                test.whep.send(post("/whep?key=" + TestRoom.KEY).header("Accept", "text/html")),
                406,
                "application/sdp");
    }

    @Test
    void method_unknown_notAllowed() throws Exception {
        refused(test.whep.get("/whep/main"), 405, "POST");
        refused(test.whep.send(test.whep.to("/api/rooms/main").DELETE()), 405, "GET");
        refused(test.whep.send(test.whep.to("/watch/main").DELETE()), 405, "GET");
        refused(test.whep.get(watching.resource), 405, "PATCH");
    }

    @Test
    void offer_malformed_badRequestWithTheReason() throws Exception {
        refused(test.whep.offer(""), 400, "v=0");
        refused(test.whep.offer("hello"), 400, "x=value");
        refused(test.whep.offer("v=0\r\n"), 400, "no media section");
        refused(test.whep.offer(offer.replaceAll("a=ice-ufrag:.*", "a=x")), 400, "ice-ufrag");
        refused(test.whep.offer(offer.replaceAll("a=ice-pwd:.*", "a=ice-pwd:short")), 400, "ice-pwd");
        refused(test.whep.offer(offer.replaceAll("a=fingerprint:.*", "a=fingerprint:md5 00")), 400, "fingerprint");
        refused(test.whep.offer(offer.replaceAll("a=group:BUNDLE.*", "a=x")), 400, "bundle");
        refused(test.whep.offer(offer.replaceAll("a=recvonly", "a=sendonly")), 400, "recvonly");
        refused(test.whep.offer(offer.replaceAll("a=mid:.*", "a=mid:0")), 400, "same mid");
        refused(test.whep.offer(offer.replace("m=video", "m=image")), 400, "neither audio");
        refused(test.whep.offer(offer + "\u00e9=1\r\n"), 400, "ASCII");
        refused(test.whep.offer(offer + "a=rtpmap:%n%n%s\r\n"), 400, "percent sign");
    }

    @Test
    void offer_tooLarge_refused() throws Exception {
        refused(test.whep.offer(offer + "a=x\r\n".repeat(40_000)), 413, "large");
        refused(
                test.whep.patch(watching.resource, "", Sdp.credentials(offer) + "a=x\r\n".repeat(4_000)),
                413,
                "16 KiB");
    }

    @Test
    void patch_malformed_refusedInWords() throws Exception {
        refused(test.whep.patch("/whep/main/nobody", "", Sdp.credentials(offer)), 404, "no such viewer");
        refused(test.whep.patch(watching.resource, "", "hello"), 400, "x=value");
        refused(test.whep.patch(watching.resource, "", "a=x\r\n"), 400, "ice-ufrag");
        refused(test.whep.patch(watching.resource, "\"99\"", Sdp.credentials(offer)), 412, "ETag");
        refused(test.whep.patch(watching.resource, "", Sdp.credentials(offer)), 428, "If-Match");
        refused(
                test.whep.send(test.whep
                        .to(watching.resource)
                        .header("Content-Type", "text/plain")
                        .method("PATCH", BodyPublishers.ofString("a=x"))),
                415,
                "sdpfrag");
    }

    @Test
    void offer_whenFullOrNotLive_refusedWithRetryAfter() throws Exception {
        try (TestRoom other = new TestRoom(1);
                FakeViewer in = other.join();
                FakeViewer second = new FakeViewer()) {
            String sdp = second.offer();
            HttpResponse<String> full = other.whep.offer(sdp);
            refused(full, 503, "full");
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
            assertThat(other.whep.get("/api/rooms/main").body()).contains("\"state\":\"full\"");
            in.awaitPictures();

            other.room.endShow();
            HttpResponse<String> over = other.whep.offer(sdp);
            refused(over, 409, "not live");
            assertThat(over.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void state_withoutTheRightKey_tellsNothing() throws Exception {
        refused(test.whep.send(test.whep.to("/api/rooms/main")), 401, "key is missing");
        refused(
                test.whep.send(test.whep.to("/api/rooms/main").header("Authorization", "Bearer wrong")),
                403,
                "not valid");
    }

    @Test
    void requests_tooMany_slowedForThatAddressAlone() throws Exception {
        HttpResponse<String> last = test.whep.get("/api/rooms/main");
        for (int i = 0; i < 400 && last.statusCode() != 429; i++) {
            last = test.whep.send(test.whep.to("/api/rooms/main").header("X-Forwarded-For", "198.51.100.7"));
        }
        refused(last, 429, "Too many");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(test.whep
                        .send(test.whep
                                .to("/api/rooms/main")
                                .header("Authorization", "Bearer " + TestRoom.KEY)
                                .header("X-Forwarded-For", "198.51.100.8"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void requests_tooManyFromOneIpv6Network_slowedWhateverTheAddress() throws Exception {
        int status = 200;
        for (int i = 0; i < 400 && status != 429; i++) {
            status = test.whep
                    .send(test.whep.to("/watch/main").header("X-Forwarded-For", "2001:db8:0:7::" + i))
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void requests_ofAnAudienceThroughThisComputer_answered() throws Exception {
        for (int i = 0; i < 400; i++) {
            assertThat(test.whep.get("/watch/main").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void page_andFiles_carryTheSecurityHeadersAndAnETag() throws Exception {
        HttpResponse<String> page = test.whep.get("/watch/main");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        HttpResponse<String> file = test.whep.get("/viewer/lanes/track.js");
        String etag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(test.whep
                        .send(test.whep.to("/viewer/lanes/track.js").header("If-None-Match", etag))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void options_fromAnotherOrigin_allowed() throws Exception {
        HttpResponse<String> response =
                test.whep.send(test.whep.to("/whep/main").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("PATCH");
    }
}
