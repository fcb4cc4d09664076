package liveroom.transport.sdp;

import java.util.ArrayList;
import java.util.List;

/// A fragment of a description that trickles candidates or restarts ICE (RFC 8840, section 9).
///
/// @param candidates those with a numeric address; others are left out
public record Fragment(String ufrag, String pwd, List<Candidate> candidates) {
    private static final int MAX_CANDIDATES = 64;

    /// Checks and takes apart a fragment.
    public static Fragment parse(String text) throws SdpException {
        List<String> lines = Offer.lines(text);
        String ufrag = Offer.attribute(lines, "ice-ufrag").orElse("");
        String pwd = Offer.attribute(lines, "ice-pwd").orElse("");
        SectionChecks.checkIce(ufrag, pwd);
        List<Candidate> candidates = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("a=candidate:")) {
                Candidate.parse(line.substring(2)).ifPresent(candidates::add);
            }
        }
        if (candidates.size() > MAX_CANDIDATES) {
            throw new SdpException("The fragment holds more than " + MAX_CANDIDATES + " candidates.");
        }
        return new Fragment(ufrag, pwd, List.copyOf(candidates));
    }

    /// The studio's fragment: credentials and candidates of a local description.
    public static String of(String description) {
        List<String> lines = description.lines().toList();
        StringBuilder text = new StringBuilder();
        Offer.attribute(lines, "ice-ufrag").ifPresent(ufrag -> line(text, "a=ice-ufrag:" + ufrag));
        Offer.attribute(lines, "ice-pwd").ifPresent(pwd -> line(text, "a=ice-pwd:" + pwd));
        lines.stream().filter(line -> line.startsWith("m=")).findFirst().ifPresent(media -> line(text, media));
        Offer.attribute(lines, "mid").ifPresent(mid -> line(text, "a=mid:" + mid));
        lines.stream()
                .filter(line -> line.startsWith("a=candidate:"))
                .distinct()
                .forEach(each -> line(text, each));
        line(text, "a=end-of-candidates");
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
