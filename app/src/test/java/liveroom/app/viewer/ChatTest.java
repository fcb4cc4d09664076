package liveroom.app.viewer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import liveroom.app.testing.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// The chat of the page: what is shown, what is sent, and that nothing anybody types is ever markup.
class ChatTest extends PageTest {
    private static final String HOSTILE =
            "<img src=x onerror=\"globalThis.harmed=1\"><script>globalThis.harmed=1</script>&lt;b&gt; https://example.org \u202e";

    private static Map<String, Object> message(int id, String from, String name, String text, boolean mine) {
        return Map.of("id", id, "at", 1_764_000_000_000.0, "from", from, "name", name, "text", text, "mine", mine);
    }

    private void send(Visit peer, Map<String, Object> message) {
        peer.page().evaluate("(message) => studio.chat(message)", message);
    }

    private Visit named(Visit visit) {
        visit.page().addInitScript("localStorage.setItem('liveroom.name', 'Leo')");
        return visit.to(studio.link(), "live");
    }

    @Test
    @Execution(CONCURRENT)
    void hostileText_isShownAsText() {
        var peer = openPeer("");
        peer.page()
                .evaluate(
                        "(list) => studio.setHistory(list)",
                        List.of(message(1, "viewer", HOSTILE.substring(0, 40), HOSTILE, false)));
        try (var visit = named(visit())) {
            Page page = visit.page();
            Locator item = page.locator(".message");
            assertThat(item.locator(".message-text")).hasText(HOSTILE);
            send(peer, Map.of("type", "message", "message", message(2, "host", HOSTILE, HOSTILE, false)));
            assertThat(page.locator(".message")).hasCount(2);

            assertThat(page.locator("#chat-list :is(img, script, a, b)")).hasCount(0);
            assertThat(page.evaluate("() => globalThis.harmed")).isNull();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void longestHistory_isShown() {
        var peer = openPeer("");
        List<Map<String, Object>> history = IntStream.rangeClosed(1, 100)
                .mapToObj(id -> message(id, "viewer", "Mira", "\"".repeat(500), false))
                .toList();
        peer.page().evaluate("(list) => studio.setHistory(list)", history);
        try (var visit = named(visit())) {
            assertThat(visit.page().locator(".message")).hasCount(100);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void malformedMessages_areIgnored() {
        var peer = openPeer("");
        try (var visit = named(visit())) {
            peer.page().evaluate("""
                    () => {
                        studio.chat({type: 'message'});
                        studio.chat({type: 'message', message: {id: 'x', text: 1}});
                        studio.chat({type: 'message', message: null});
                        studio.chat({type: 'history', messages: [null, 3, {}]});
                        studio.chat({type: 'deleted'});
                        studio.chat({type: 'nonsense', text: 'x'});
                        studio.control({type: 'audience', viewers: 'many'});
                        studio.control({type: 'clock', t0: 'x'});
                    }
                    """);
            send(peer, Map.of("type", "message", "message", message(5, "viewer", "Mira", "still here", false)));
            assertThat(visit.page().locator(".message")).hasText(java.util.regex.Pattern.compile("Mira.*still here"));
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void name_isAskedOnce_thenMessagesAreSent() {
        var peer = openPeer("");
        try (var visit = visit().to(studio.link(), "live")) {
            Page page = visit.page();
            page.locator("#name-input").fill("  Leo  ");
            page.keyboard().press("Enter");
            assertThat(page.locator("#say-input")).isFocused();
            page.keyboard().type("Hello");
            page.keyboard().press("Enter");
            peer.page()
                    .waitForFunction(
                            "() => studio.received.some(({message}) => message.type === 'name' && message.name === 'Leo')");
            peer.page()
                    .waitForFunction("() => studio.received.some(({channel, message}) => channel === 'chat'"
                            + " && message.type === 'say' && message.text === 'Hello')");
            assertThat(page.locator("#say-input")).hasValue("");

            page.reload();
            visit.awaitState("live");
            assertThat(page.locator("#name-form")).isHidden();
            assertThat(page.locator("#name-shown")).hasText("Leo");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void hostAndOwnMessages_areMarked_deletedOnesVanish() {
        var peer = openPeer("");
        try (var visit = named(visit())) {
            Page page = visit.page();
            send(peer, Map.of("type", "message", "message", message(1, "host", "Ana", "Welcome", false)));
            send(peer, Map.of("type", "message", "message", message(2, "viewer", "Leo", "Thanks", true)));
            assertThat(page.locator(".message[data-from=host] .badge-host")).hasText("Host");
            assertThat(page.locator(".message[data-mine=true] .badge-mine")).hasText("You");

            send(peer, Map.of("type", "deleted", "id", 1));
            assertThat(page.locator(".message")).hasCount(1);
            assertThat(page.locator(".message-text")).hasText("Thanks");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void tooFast_givesTheTextBackAndSaysWhy() {
        var peer = openPeer("");
        try (var visit = named(visit())) {
            Page page = visit.page();
            page.locator("#say-input").fill("Again");
            page.keyboard().press("Enter");
            assertThat(page.locator("#say-input")).hasValue("");
            send(peer, Map.of("type", "refused", "reason", "slow", "retryMs", 4000));
            assertThat(page.locator("#say-input")).hasValue("Again");
            assertThat(page.locator("#chat-note")).containsText("send again in 4 s");
            assertThat(page.locator("#say-send")).isDisabled();
            assertThat(page.locator("#say-send")).isEnabled();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void muted_closesTheFieldAndSaysWhy() {
        var peer = openPeer("");
        try (var visit = named(visit())) {
            Page page = visit.page();
            send(peer, Map.of("type", "muted", "muted", true));
            assertThat(page.locator("#say-input")).isDisabled();
            assertThat(page.locator("#chat-note")).containsText("muted");
            send(peer, Map.of("type", "muted", "muted", false));
            assertThat(page.locator("#say-input")).isEnabled();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void text_isCountedAndLimited() {
        openPeer("");
        try (var visit = named(visit())) {
            Page page = visit.page();
            page.locator("#say-input").fill("x".repeat(499));
            page.locator("#say-input").focus();
            page.keyboard().press("End");
            page.keyboard().type("yz");
            assertThat(page.locator("#say-count")).hasText("500 / 500");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void scrolledUp_newMessageIsMarkedUnread() {
        var peer = openPeer("");
        List<Map<String, Object>> many = java.util.stream.IntStream.range(0, 60)
                .mapToObj(id -> message(id, "viewer", "Mira", "Message " + id, false))
                .toList();
        peer.page().evaluate("(list) => studio.setHistory(list)", many);
        try (var visit = named(visit())) {
            Page page = visit.page();
            assertThat(page.locator(".message")).hasCount(60);
            page.waitForFunction("() => { const log = document.getElementById('chat-log');"
                    + " return log.scrollHeight - log.scrollTop - log.clientHeight < 2; }");
            page.locator("#chat-log").evaluate("(log) => { log.scrollTop = 0; }");
            page.waitForFunction("() => document.getElementById('chat-log').scrollTop === 0");
            send(peer, Map.of("type", "message", "message", message(100, "viewer", "Jon", "New", false)));
            assertThat(page.locator("#chat-unread")).hasText("1 new message");

            page.locator("#chat-unread").click();
            assertThat(page.locator("#chat-unread")).isHidden();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void hidden_countsWhatWasMissed() {
        var peer = openPeer("");
        try (var visit = named(visit())) {
            Page page = visit.page();
            page.keyboard().press("c");
            assertThat(page.locator("#chat")).isHidden();
            send(peer, Map.of("type", "message", "message", message(1, "viewer", "Jon", "New", false)));
            assertThat(page.locator("#chat-badge")).hasText("1");
            page.keyboard().press("c");
            assertThat(page.locator("#chat")).isVisible();
            assertThat(page.locator("#chat-badge")).isHidden();
        }
    }
}
