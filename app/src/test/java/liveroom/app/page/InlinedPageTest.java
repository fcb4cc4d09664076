package liveroom.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InlinedPageTest {
    private static final String PAGE = """
            <script type="module" async data-inline src="/viewer/a.js"></script>
            <link rel="stylesheet" data-inline href="/viewer/a.css">
            <link rel="stylesheet" href="/viewer/later.css">
            """;

    @Test
    void whatIsMarked_standsInThePage_andMayRun() {
        var page = InlinedPage.of(PAGE, "/viewer/", path -> path.equals("a.js") ? "go('$1');\n" : "a { color: red }\n");
        assertThat(page.html())
                .contains("go('$1');")
                .contains("<style>a { color: red }\n</style>")
                .contains("href=\"/viewer/later.css\"")
                .doesNotContain("a.js", "a.css");
        assertThat(page.policy().scripts()).hasSize(1);
        // echo 'a { color: red }' | openssl dgst -sha256 -binary | base64
        assertThat(page.policy().styles()).containsExactly("sha256-6a9EcF44oSlcyhm353xUS3E6QQvJlQZqQwU+bq9sZK0=");
        assertThat(page.policy().toString())
                .contains("style-src 'self' 'sha256-6a9EcF44oSlcyhm353xUS3E6QQvJlQZqQwU+bq9sZK0=';");
    }

    @Test
    void whatWouldEndItsElement_isRefused() {
        assertThatThrownBy(() -> InlinedPage.of(PAGE, "/viewer/", _ -> "say('</script>');\n"))
                .hasMessageContaining("may not contain");
    }
}
