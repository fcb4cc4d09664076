package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalInt;
import liveroom.app.settings.RoomPass;
import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareLinksTest {
    private final RoomPass room = RoomPass.generate("A room");

    @Test
    void of_thisComputer_isLoopbackAlone() {
        List<ShareLink> links =
                new ShareLinks(room, 8787, OptionalInt.empty()).list(Reach.THIS_COMPUTER, "0.0.0.0", "", "Here");

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(ShareLink.Kind.THIS_COMPUTER);
            assertThat(link.label()).isEqualTo("Here");
            assertThat(link.uri()).hasToString("http://127.0.0.1:8787/watch/" + room.id() + "#" + room.key());
        });
    }

    @Test
    void of_networkOnOneAddress_offersThatAddressAlone() {
        List<ShareLink> links =
                new ShareLinks(room, 80, OptionalInt.empty()).list(Reach.NETWORK, "192.0.2.7", "", "Here");

        assertThat(links)
                .extracting(ShareLink::kind, link -> link.uri().getHost())
                .containsExactly(tuple(ShareLink.Kind.NETWORK, "192.0.2.7"));
    }

    @Test
    void of_ipv6Address_standsInBrackets() {
        List<ShareLink> links =
                new ShareLinks(room, 80, OptionalInt.empty()).list(Reach.NETWORK, "2001:db8::5", "", "Here");

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.uri().getHost()).isEqualTo("[2001:db8::5]");
            assertThat(link.uri().getPort()).isEqualTo(80);
        });
    }

    @ParameterizedTest
    @CsvSource({"::1, [::1]", "127.0.0.2, 127.0.0.2", "localhost, localhost"})
    void of_thisComputerOnAChosenAddress_isThatAddress(String bind, String host) {
        List<ShareLink> links =
                new ShareLinks(room, 80, OptionalInt.empty()).list(Reach.THIS_COMPUTER, bind, "", "Here");

        assertThat(links)
                .extracting(ShareLink::kind, link -> link.uri().getHost())
                .containsExactly(tuple(ShareLink.Kind.THIS_COMPUTER, host));
    }

    @Test
    void of_networkOnEveryAddress_offersThisComputerFirstAndNoLoopbackAmongTheRest() {
        List<ShareLink> links =
                new ShareLinks(room, 80, OptionalInt.empty()).list(Reach.NETWORK, "0.0.0.0", "", "Here");

        assertThat(links.getFirst().kind()).isEqualTo(ShareLink.Kind.THIS_COMPUTER);
        assertThat(links.subList(1, links.size()))
                .allSatisfy(link -> assertThat(link.uri().getHost()).doesNotStartWith("127."));
    }

    @Test
    void of_publicAddress_keepsItsPath() {
        List<ShareLink> links = new ShareLinks(room, 80, OptionalInt.empty())
                .list(Reach.THIS_COMPUTER, "0.0.0.0", "https://show.example.org/ana/", "Here");

        assertThat(links.getLast().kind()).isEqualTo(ShareLink.Kind.PUBLIC);
        assertThat(links.getLast().uri())
                .hasToString("https://show.example.org/ana/watch/" + room.id() + "#" + room.key());
    }

    @Test
    void of_networkWithHttps_offersBothForEachAddress() {
        List<ShareLink> links =
                new ShareLinks(room, 80, OptionalInt.of(443)).list(Reach.NETWORK, "192.0.2.7", "", "Here");

        assertThat(links)
                .extracting(link -> link.uri().getScheme(), link -> link.uri().getPort())
                .containsExactly(tuple("http", 80), tuple("https", 443));
    }
}
