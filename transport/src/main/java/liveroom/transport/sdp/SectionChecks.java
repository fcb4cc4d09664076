package liveroom.transport.sdp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an offer must hold for a WebRTC connection to come of it.
final class SectionChecks {
    private static final Pattern ICE_CHARACTERS = Pattern.compile("[A-Za-z0-9+/]+");
    private static final Pattern MEDIA_LINE = Pattern.compile(
            "m=(audio|video) \\d{1,5} (UDP/TLS/RTP/SAVPF?|RTP/SAVPF?|TCP/DTLS/RTP/SAVPF?)( \\d{1,3}){1,64}");
    private static final Pattern DATA_LINE =
            Pattern.compile("m=application \\d{1,5} (UDP/DTLS/SCTP|TCP/DTLS/SCTP|DTLS/SCTP) \\S{1,32}( \\S{1,32})?");
    private static final Pattern FINGERPRINT =
            Pattern.compile("sha-(1|224|256|384|512) [0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}");

    private SectionChecks() {}

    static void checkData(Offer offer) throws SdpException {
        if (offer.sections().size() != 1 || !offer.sections().getFirst().kind().equals("application")) {
            throw new SdpException("The offer must have one application section and no other.");
        }
        check(offer, offer.sections().getFirst());
    }

    static void checkMedia(Offer offer) throws SdpException {
        long data = offer.sections().stream()
                .filter(section -> section.kind().equals("application"))
                .count();
        if (data > 1) {
            throw new SdpException("The offer has more than one application section.");
        }
        if (!offer.wants("video") && !offer.wants("audio")) {
            throw new SdpException("The offer asks for neither picture nor sound: it needs a recvonly section.");
        }
        for (Offer.Section section : offer.sections()) {
            check(offer, section);
        }
        checkBundle(offer);
    }

    /// Each section outside of the bundle has a transport of its own, which only data may.
    private static void checkBundle(Offer offer) throws SdpException {
        List<String> media = offer.sections().stream()
                .filter(section -> !section.kind().equals("application"))
                .map(Offer.Section::mid)
                .toList();
        boolean together = Transports.bundles(offer.head()).stream().anyMatch(bundle -> bundle.containsAll(media));
        if (offer.sections().size() > 1 && !together) {
            throw new SdpException("The offer does not bundle its media sections.");
        }
    }

    private static void check(Offer offer, Offer.Section section) throws SdpException {
        String media = section.lines().getFirst();
        Pattern form = section.kind().equals("application") ? DATA_LINE : MEDIA_LINE;
        if (!form.matcher(media).matches()) {
            throw new SdpException("A media line of the offer cannot be understood.");
        }
        checkIce(
                find(offer, section, "ice-ufrag").orElse(""),
                find(offer, section, "ice-pwd").orElse(""));
        if (!FINGERPRINT.matcher(find(offer, section, "fingerprint").orElse("")).matches()) {
            throw new SdpException("The offer has no usable DTLS fingerprint.");
        }
        String setup = find(offer, section, "setup").orElse("actpass");
        if (!List.of("actpass", "active", "passive").contains(setup)) {
            throw new SdpException("The offer has an unknown DTLS setup role.");
        }
        if (!section.kind().equals("application")
                && Offer.attribute(section.lines(), "rtcp-mux").isEmpty()) {
            throw new SdpException("The offer does not multiplex RTCP.");
        }
    }

    /// Lengths and characters of RFC 8839, section 5.4.
    static void checkIce(String ufrag, String pwd) throws SdpException {
        if (ufrag.length() < 4
                || ufrag.length() > 256
                || !ICE_CHARACTERS.matcher(ufrag).matches()) {
            throw new SdpException("There is no usable ice-ufrag.");
        }
        if (pwd.length() < 22
                || pwd.length() > 256
                || !ICE_CHARACTERS.matcher(pwd).matches()) {
            throw new SdpException("There is no usable ice-pwd.");
        }
    }

    private static Optional<String> find(Offer offer, Offer.Section section, String name) {
        return Offer.attribute(section.lines(), name).or(() -> Offer.attribute(offer.head(), name));
    }
}
