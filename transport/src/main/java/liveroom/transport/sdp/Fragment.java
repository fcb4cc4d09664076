package liveroom.transport.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A fragment of a description that trickles candidates or restarts ICE (RFC 8840, section 9).
///
/// @param parts one for each transport that it speaks of, at least one
public record Fragment(List<Part> parts) {
    private static final int MAX_CANDIDATES = 128;

    /// What is said of one transport.
    ///
    /// @param mid that of a section of the transport; empty if the fragment names none
    /// @param candidates those with a numeric address; others are left out
    public record Part(String mid, String ufrag, String pwd, List<Candidate> candidates) {}

    /// Checks and takes apart a fragment. What stands before its first section holds for all of them.
    public static Fragment parse(String text) throws SdpException {
        List<List<String>> split = Offer.split(Offer.lines(text));
        List<String> head = split.getFirst();
        List<List<String>> sections = split.size() > 1 ? split.subList(1, split.size()) : List.of(List.of());
        if (sections.size() > Offer.MAX_SECTIONS) {
            throw new SdpException("The fragment has more than " + Offer.MAX_SECTIONS + " sections.");
        }
        List<Part> parts = new ArrayList<>();
        for (List<String> section : sections) {
            List<Candidate> candidates = new ArrayList<>(parts.isEmpty() ? candidates(head) : List.of());
            candidates.addAll(candidates(section));
            Part part = new Part(
                    Offer.attribute(section, "mid").orElse(""),
                    either(section, head, "ice-ufrag"),
                    either(section, head, "ice-pwd"),
                    List.copyOf(candidates));
            SectionChecks.checkIce(part.ufrag(), part.pwd());
            parts.add(part);
        }
        Fragment fragment = new Fragment(List.copyOf(parts));
        if (fragment.candidates().size() > MAX_CANDIDATES) {
            throw new SdpException("The fragment holds more than " + MAX_CANDIDATES + " candidates.");
        }
        return fragment;
    }

    /// The user fragment that names the ICE generation.
    public String ufrag() {
        return parts.getFirst().ufrag();
    }

    /// All of them, whatever their transport.
    List<Candidate> candidates() {
        return parts.stream().flatMap(part -> part.candidates().stream()).toList();
    }

    /// What is said of the transport of a section: that of the first part, where nothing is.
    Part part(String mid) {
        return parts.stream().filter(part -> part.mid().equals(mid)).findFirst().orElse(parts.getFirst());
    }

    /// The studio's fragment: credentials and candidates of a local description, transport by transport.
    public static String of(Transports transports) {
        StringBuilder text = new StringBuilder();
        for (List<String> section : transports.sections()) {
            line(text, section.getFirst());
            for (String name : List.of("mid", "ice-ufrag", "ice-pwd")) {
                Offer.attribute(section, name).ifPresent(value -> line(text, "a=" + name + ":" + value));
            }
            section.stream()
                    .filter(line -> line.startsWith("a=candidate:"))
                    .distinct()
                    .forEach(each -> line(text, each));
            line(text, "a=end-of-candidates");
        }
        return text.toString();
    }

    private static List<Candidate> candidates(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("a=candidate:"))
                .map(line -> Candidate.parse(line.substring(2)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String either(List<String> section, List<String> head, String name) {
        return Offer.attribute(section, name)
                .or(() -> Offer.attribute(head, name))
                .orElse("");
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }
}
