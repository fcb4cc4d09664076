package liveroom.transport.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class OfferTest {
    private static final String CREDENTIALS = "a=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\n";
    private static final String HEAD = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n"
            + "a=fingerprint:sha-256 " + "AA:".repeat(31) + "AA\r\n";
    private static final String VIDEO = "m=video 9 UDP/TLS/RTP/SAVPF 96 102 103\r\na=mid:0\r\n" + CREDENTIALS
            + "a=setup:actpass\r\na=recvonly\r\na=rtcp-mux\r\na=rtpmap:96 VP8/90000\r\na=rtpmap:102 H264/90000\r\n"
            + "a=fmtp:102 packetization-mode=1;profile-level-id=42e01f\r\na=rtpmap:103 rtx/90000\r\na=fmtp:103 apt=102\r\n";
    private static final String AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 111 0\r\na=mid:1\r\n" + CREDENTIALS
            + "a=recvonly\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=20;useinbandfec=1\r\n";
    private static final String DATA = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:2\r\n" + CREDENTIALS
            + "a=setup:actpass\r\na=sctp-port:5000\r\n";
    private static final String OFFER = HEAD + VIDEO + AUDIO;
    private static final String FRAGMENT = CREDENTIALS
            + "m=video 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\n"
            + "a=candidate:1 1 udp 2122260223 192.0.2.9 50000 typ host generation 0 ufrag abcd network-cost 10\r\n"
            + "a=candidate:2 1 udp 1686052607 2001:db8::7 50001 typ srflx raddr 192.0.2.9 rport 50000\r\n"
            + "a=candidate:3 1 tcp 1518280447 192.0.2.9 9 typ host tcptype active\r\na=end-of-candidates\r\n";
    private static final SendPreferences PREFERENCES = new SendPreferences(2500, 150, 2500);

    @Test
    void parse_aWholeOffer_keepsItAndKnowsWhatIsWanted() throws Exception {
        Offer offer = Offer.parse(OFFER);
        assertThat(offer.text()).isEqualTo(OFFER);
        assertThat(offer.wants("video")).isTrue();
        assertThat(offer.wants("audio")).isTrue();
        assertThat(offer.ufrag()).isEqualTo("abcd");
    }

    @Test
    void parseData_channelsAlone_takenAndNothingElse() throws Exception {
        String data = HEAD.replace("0 1", "0") + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:0\r\n"
                + CREDENTIALS + "a=setup:actpass\r\na=sctp-port:5000\r\n";
        assertThat(Offer.parseData(data).ufrag()).isEqualTo("abcd");
        assertThatThrownBy(() -> Offer.parse(data)).isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> Offer.parseData(OFFER)).isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> Offer.parseData(data + AUDIO)).isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> Offer.parseData(data.replace("a=ice-pwd:abcdefgh", "a=ice-pwd:")))
                .isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> Offer.parseData(data.replace("sha-256", "md5")))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void parse_oddMixesOfOtherPlayers_taken() throws Exception {
        assertThat(Offer.parse(HEAD + VIDEO).wants("audio")).isFalse();
        assertThat(Offer.parse(HEAD + AUDIO).wants("video")).isFalse();
        assertThat(Offer.parse(OFFER.replace("recvonly", "sendrecv")).wants("video"))
                .isTrue();
        Offer half = Offer.parse(HEAD + VIDEO + AUDIO.replace("recvonly", "inactive"));
        assertThat(half.wants("video")).isTrue();
        assertThat(half.wants("audio")).isFalse();
    }

    @Test
    void parse_cutAnywhere_refusedOrWhole() {
        for (int end = 0; end < OFFER.length(); end++) {
            String cut = OFFER.substring(0, end);
            try {
                Offer.parse(cut);
            } catch (SdpException e) {
                assertThat(e.sentence()).endsWith(".");
            }
        }
    }

    @Test
    void parse_withRandomChanges_neverFailsOtherwise() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 3000; round++) {
            StringBuilder changed = new StringBuilder(OFFER);
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at = random.nextInt(changed.length());
                switch (random.nextInt(3)) {
                    case 0 -> changed.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> changed.deleteCharAt(at);
                    default -> changed.insert(at, OFFER, 0, random.nextInt(60));
                }
            }
            try {
                PREFERENCES.offer(Offer.parse(changed.toString()));
            } catch (SdpException e) {
                assertThat(e.sentence()).endsWith(".");
            }
        }
    }

    @Test
    void parse_endless_refused() {
        assertThatThrownBy(() -> Offer.parse(OFFER + "a=x\r\n".repeat(5000))).isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> Offer.parse(OFFER + "a=" + "x".repeat(5000))).isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> Offer.parse(HEAD + VIDEO.repeat(20))).isInstanceOf(SdpException.class);
    }

    @Test
    void preferences_onAnOffer_h264FirstStereoShortPacketsFastStart() throws Exception {
        String edited = PREFERENCES.offer(Offer.parse(OFFER));
        assertThat(edited)
                .contains("m=video 9 UDP/TLS/RTP/SAVPF 102 96 103")
                .contains("a=fmtp:102 packetization-mode=1;profile-level-id=42e01f;x-google-start-bitrate=2500;")
                .contains("a=fmtp:96 x-google-start-bitrate=2500;")
                .contains("a=fmtp:111 minptime=10;useinbandfec=1;stereo=1;maxaveragebitrate=128000")
                .contains("a=ptime:10");
        assertThat(Offer.parse(edited).wants("video")).isTrue();
    }

    @Test
    void preferences_onCandidatesByName_leavesThemOut() throws Exception {
        String byName = "a=candidate:1 1 udp 2122260223 3d6f.local 50000 typ host\r\n";
        String byNumber = "a=candidate:2 1 udp 2122260223 192.0.2.7 50000 typ host generation 0\r\n";
        String byNumber6 = "a=candidate:3 1 udp 2122260223 2001:db8::7 50000 typ host\r\n";
        String edited = PREFERENCES.offer(Offer.parse(OFFER + byName + byNumber + byNumber6));
        assertThat(edited).doesNotContain(".local").contains(byNumber).contains(byNumber6);
    }

    @Test
    void restarted_withAFragment_hasItsCredentialsAndCandidatesAlone() throws Exception {
        String old = "a=candidate:2 1 udp 2122260223 192.0.2.7 50000 typ host\r\n";
        Fragment fragment = Fragment.parse("""
                a=ice-ufrag:wxyz
                a=ice-pwd:zyxwvutsrqponmlkjihgfedc
                m=video 9 UDP/TLS/RTP/SAVPF 0
                a=mid:0
                a=candidate:9 1 udp 1 192.0.2.9 9 typ host
                a=candidate:9 1 udp 1 host.example 9 typ host
                a=end-of-candidates
                """);
        assertThat(fragment.candidates()).hasSize(1);
        String text = Offer.parse(OFFER + old).restarted(fragment).text();
        assertThat(text).contains("192.0.2.9").doesNotContain("192.0.2.7").doesNotContain("abcd\r\n");
        assertThat(Offer.parse(text).ufrag()).isEqualTo("wxyz");
    }

    @Test
    void parse_withPictureOrSoundOutsideOfTheBundle_refused() throws Exception {
        String apart = HEAD + VIDEO + AUDIO + DATA;
        assertThat(Offer.parse(apart).text()).isEqualTo(apart);
        for (String bundle : new String[] {"1", "0", "0 2", "1 2", "0,1", "", "0\r\na=group:BUNDLE 1"}) {
            String head = HEAD.replace("BUNDLE 0 1", "BUNDLE " + bundle);
            assertThatThrownBy(() -> Offer.parse(head + VIDEO + AUDIO + DATA))
                    .as(bundle)
                    .isInstanceOf(SdpException.class)
                    .hasMessageContaining("bundle");
        }
    }

    @Test
    void restarted_withAPartForEachTransport_eachHasItsOwn() throws Exception {
        Fragment fragment = Fragment.parse("""
                m=video 9 UDP/TLS/RTP/SAVPF 0
                a=mid:0
                a=ice-ufrag:wxyz
                a=ice-pwd:zyxwvutsrqponmlkjihgfedc
                a=candidate:9 1 udp 1 192.0.2.9 9 typ host
                m=application 9 UDP/DTLS/SCTP webrtc-datachannel
                a=mid:2
                a=ice-ufrag:stuv
                a=ice-pwd:cdefghijklmnopqrstuvwxyz
                a=candidate:8 1 udp 1 192.0.2.8 8 typ host
                """);
        Offer restarted = Offer.parse(HEAD + VIDEO + AUDIO + DATA).restarted(fragment);
        assertThat(restarted.sections())
                .extracting(section -> String.join(" ", section.lines()))
                .satisfiesExactly(
                        video -> assertThat(video).contains("wxyz", "192.0.2.9").doesNotContain("192.0.2.8"),
                        audio -> assertThat(audio).contains("wxyz").doesNotContain("candidate"),
                        data -> assertThat(data).contains("stuv", "192.0.2.8").doesNotContain("192.0.2.9"));
    }

    @Test
    void transports_ofADescription_theFirstOfEachBundleAndWhatIsInNone() {
        assertThat(Transports.of(HEAD + VIDEO + AUDIO + DATA).mids()).containsExactlyInAnyOrder("0", "2");
        assertThat(Transports.of(HEAD.replace("0 1", "0 1 2") + VIDEO + AUDIO + DATA)
                        .mids())
                .containsExactly("0");
        assertThat(Transports.of(HEAD.replace("0 1", "0") + VIDEO + AUDIO.replace("audio 9", "audio 0") + DATA)
                        .mids())
                .as("sound refused")
                .containsExactlyInAnyOrder("0", "2");
    }

    @Test
    void fragment_malformed_refused() {
        for (String text : new String[] {
            "", "x", "a=%n\r\n" + FRAGMENT, "a=ice-ufrag:abcd\r\n", "a=ice-ufrag:ab\r\na=ice-pwd:short\r\n"
        }) {
            assertThatThrownBy(() -> Fragment.parse(text)).as(text).isInstanceOf(SdpException.class);
        }
    }

    @Test
    void fragment_cutAnywhere_refusedOrUsable() throws Exception {
        for (int end = 0; end <= FRAGMENT.length(); end++) {
            isRefusedOrUsable(FRAGMENT.substring(0, end));
        }
        assertThat(Fragment.parse(FRAGMENT).candidates()).hasSize(3);
    }

    @Test
    void fragment_withRandomChanges_refusedOrUsable() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        int usable = 0;
        int rounds = 3000;
        for (int round = 0; round < rounds; round++) {
            StringBuilder changed = new StringBuilder(FRAGMENT);
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at = random.nextInt(changed.length());
                switch (random.nextInt(4)) {
                    case 0 -> changed.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> changed.setCharAt(at, (char) random.nextInt(32, 127));
                    case 2 -> changed.deleteCharAt(at);
                    default -> changed.insert(at, FRAGMENT, 0, random.nextInt(FRAGMENT.length()));
                }
            }
            usable += isRefusedOrUsable(changed.toString()) ? 1 : 0;
        }
        assertThat(usable).as("of %d, or the changes are of one kind", rounds).isBetween(100, rounds - 100);
    }

    /// What is taken makes an offer that is taken too, with nothing in it but that.
    private static boolean isRefusedOrUsable(String text) throws SdpException {
        Fragment fragment;
        try {
            fragment = Fragment.parse(text);
        } catch (SdpException e) {
            assertThat(e.sentence()).as(text).endsWith(".");
            return false;
        }
        Offer restarted = Offer.parse(Offer.parse(OFFER).restarted(fragment).text());
        assertThat(restarted.ufrag()).as(text).isEqualTo(fragment.ufrag());
        assertThat(restarted.sections()).as(text).hasSize(2);
        assertThat(restarted.text().lines().filter(line -> line.startsWith("a=candidate:")))
                .as(text)
                .containsExactlyInAnyOrderElementsOf(fragment.candidates().stream()
                        .map(candidate -> "a=" + candidate.line())
                        .toList());
        return true;
    }

    @Test
    void fragment_endless_refused() throws Exception {
        String candidate = "a=candidate:1 1 udp 1 192.0.2.9 9 typ host\r\n";
        assertThat(Fragment.parse(CREDENTIALS + candidate.repeat(128)).candidates())
                .hasSize(128);
        assertThatThrownBy(() -> Fragment.parse(CREDENTIALS + candidate.repeat(129)))
                .isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> Fragment.parse(CREDENTIALS + "a=x\r\n".repeat(5000)))
                .isInstanceOf(SdpException.class);
        assertThatThrownBy(() -> Fragment.parse(CREDENTIALS + "a=" + "x".repeat(5000)))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void fragment_candidatesNobodyCanReach_leftOut() throws Exception {
        for (String candidate : new String[] {
            "1 1 udp 1 192.0.2.9 65536 typ host",
            "1 1 udp 1 192.0.2.9 99999 typ host",
            "1 1 udp 99999999999 192.0.2.9 9 typ host",
            "1 0 udp 1 192.0.2.9 9 typ host",
            "1 1 udp 1 192.0.2 9 typ host",
            "1 1 udp 1 3d6f.local 9 typ host",
            "1 1 udp 1 192.0.2.9 9 typ relay raddr 3d6f.local rport 9",
            "1 1 udp 1 192.0.2.9 9 typ home",
            "1 1 sctp 1 192.0.2.9 9 typ host",
            "1 1 udp 1 192.0.2.9 9 typ host " + "x".repeat(1000),
            ""
        }) {
            assertThat(Fragment.parse(CREDENTIALS + "a=candidate:" + candidate + "\r\n")
                            .candidates())
                    .as(candidate)
                    .isEmpty();
        }
    }
}
