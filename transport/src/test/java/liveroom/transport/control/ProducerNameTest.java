package liveroom.transport.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import liveroom.transport.http.HttpRequest;
import liveroom.transport.http.HttpRequest.Body;
import org.junit.jupiter.api.Test;

final class ProducerNameTest {
    @Test
    void of_unusualNames_makesThemPlain() {
        assertThat(name("Ana")).isEqualTo("Ana");
        assertThat(name("%E5%AE%89%E5%A8%9C")).isEqualTo("安娜");
        assertThat(name("A+B%20C")).isEqualTo("A+B C");
        assertThat(name("100%")).isEqualTo("100%");
        assertThat(name("a%0Ab%00%E2%80%AE")).isEqualTo("a b");
        assertThat(name("x".repeat(5000))).hasSize(40);
        assertThat(name(" ")).isEqualTo("producer");
        assertThat(name("Host")).isEqualTo("producer");
    }

    private static String name(String header) {
        return ProducerName.of(
                new HttpRequest("GET", "/", Map.of(), Map.of("liveroom-producer", header), "", new Body.Whole("")));
    }
}
