package liveroom.app.window.share;

import static org.assertj.core.api.Assertions.assertThat;

import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;
import liveroom.app.window.FakeStudio;
import liveroom.app.window.kit.Threads;
import org.junit.jupiter.api.Test;

class LinkModelTest {
    private final FakeStudio studio = new FakeStudio();
    private final LinkModel model = new LinkModel(studio, new Threads(Runnable::run, Runnable::run));

    @Test
    void shown_untilRevealed_hidesTheKeyAlone() {
        model.read();
        ShareLink link = model.best().orElseThrow();
        assertThat(model.shown(link))
                .startsWith("http://127.0.0.1:8787/watch/k7mxq2pd#")
                .doesNotContain("k3y");
        model.revealed().set(true);
        assertThat(model.shown(link)).isEqualTo(link.uri().toString());
    }

    @Test
    void read_failedOnce_readsTheNextTime() {
        studio.failOnce(new IllegalStateException("no interfaces"));
        model.read();
        assertThat(model.best()).isEmpty();
        model.read();
        assertThat(model.best()).isPresent();
    }

    @Test
    void best_sharedOnTheNetwork_isTheNetworksFirst() {
        model.share(Reach.NETWORK);
        assertThat(model.best().orElseThrow().kind()).isEqualTo(ShareLink.Kind.NETWORK);
        assertThat(model.of(ShareLink.Kind.NETWORK)).hasSize(2);
    }

    @Test
    void best_studioHasAPublicAddress_isFromIt() {
        studio.usePublicAddress("https://show.example.org");
        model.read();
        assertThat(model.best().orElseThrow().uri()).hasHost("show.example.org");
        assertThat(model.publicAddress()).isEqualTo("https://show.example.org");
    }

    @Test
    void usePublicAddress_https_goesToTheStudioWhichMakesTheLinkFromIt() {
        model.read();
        assertThat(model.usePublicAddress(" live.example.org/ana ")).isEmpty();
        assertThat(studio.asked()).contains("public https://live.example.org/ana");
        assertThat(model.best().orElseThrow().uri())
                .hasToString("https://live.example.org/ana/watch/k7mxq2pd#k3yk3yk3yk3yk3yk3yk3yA");
        assertThat(model.usePublicAddress("")).isEmpty();
        assertThat(model.best().orElseThrow().kind()).isEqualTo(ShareLink.Kind.THIS_COMPUTER);
    }

    @Test
    void usePublicAddress_notUsable_saysWhyAndChangesNothing() {
        model.read();
        for (String address : new String[] {
            "http://live.example.org",
            "https://",
            "https://a b",
            "https://live.example.org/?x=1",
            "https://user:secret@live.example.org",
            "javascript:alert(1)"
        }) {
            assertThat(model.usePublicAddress(address)).as(address).isPresent();
        }
        assertThat(model.publicAddress()).isEmpty();
    }

    @Test
    void renew_revealed_hidesTheNewKey() {
        model.read();
        model.revealed().set(true);
        model.renew();
        assertThat(model.revealed().get()).isFalse();
        assertThat(model.best().orElseThrow().uri().getFragment()).startsWith("n3w");
    }
}
