package liveroom.transport.sdp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A viewer's offer that has been checked: of bounded size, with the fields that WebRTC needs, and asking for something
/// that a studio can send.
///
/// @param head the lines of the session, before the first media section
public record Offer(List<String> head, List<Section> sections) {
    static final int MAX_LINES = 1500;
    static final int MAX_LINE_CHARACTERS = 2048;
    static final int MAX_SECTIONS = 8;
    private static final Set<String> KINDS = Set.of("audio", "video", "application");

    /// One media section.
    ///
    /// @param kind `audio`, `video` or `application`
    /// @param lines all of it, the `m=` line first
    public record Section(String kind, String mid, List<String> lines) {
        /// Whether the viewer wants to be sent this kind, on a section that is in use.
        public boolean receives() {
            return !attribute(lines, "sendonly").isPresent()
                    && !attribute(lines, "inactive").isPresent()
                    && isInUse(lines);
        }
    }

    /// Checks and takes apart an offer of a viewer that wants picture or sound.
    public static Offer parse(String sdp) throws SdpException {
        Offer offer = read(sdp);
        SectionChecks.checkMedia(offer);
        return offer;
    }

    /// Checks and takes apart an offer for data channels and nothing else.
    public static Offer parseData(String sdp) throws SdpException {
        Offer offer = read(sdp);
        SectionChecks.checkData(offer);
        return offer;
    }

    private static Offer read(String sdp) throws SdpException {
        List<String> lines = lines(sdp);
        if (lines.isEmpty() || !lines.getFirst().equals("v=0")) {
            throw new SdpException("The body is not a session description: it must begin with v=0.");
        }
        List<List<String>> parts = split(lines);
        if (parts.size() < 2) {
            throw new SdpException("The offer has no media section.");
        }
        if (parts.size() - 1 > MAX_SECTIONS) {
            throw new SdpException("The offer has more than " + MAX_SECTIONS + " media sections.");
        }
        List<String> head = parts.getFirst();
        List<Section> sections = new ArrayList<>();
        Set<String> mids = new HashSet<>();
        for (List<String> part : parts.subList(1, parts.size())) {
            Section section = section(part);
            if (!mids.add(section.mid())) {
                throw new SdpException("Two media sections of the offer have the same mid.");
            }
            sections.add(section);
        }
        return new Offer(head, List.copyOf(sections));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append(line).append("\r\n"));
        sections.forEach(
                section -> section.lines().forEach(line -> text.append(line).append("\r\n")));
        return text.toString();
    }

    /// The viewer's ICE user fragment, which names its ICE generation.
    public String ufrag() {
        return attribute(sections.getFirst().lines(), "ice-ufrag")
                .or(() -> attribute(head, "ice-ufrag"))
                .orElse("");
    }

    /// The mid of the section whose transport a part of a fragment means: the first one if it names none of these.
    public String mid(Fragment.Part part) {
        return sections.stream()
                .map(Section::mid)
                .filter(part.mid()::equals)
                .findFirst()
                .orElse(sections.getFirst().mid());
    }

    /// The same offer in a new ICE generation, with candidates of that generation alone.
    public Offer restarted(Fragment fragment) {
        List<Section> renewed = new ArrayList<>();
        for (Section section : sections) {
            List<String> lines = new ArrayList<>(renew(section.lines(), fragment.part(section.mid())));
            fragment.parts().stream()
                    .filter(part -> mid(part).equals(section.mid()))
                    .flatMap(part -> part.candidates().stream())
                    .forEach(candidate -> lines.add("a=" + candidate.line()));
            renewed.add(new Section(section.kind(), section.mid(), List.copyOf(lines)));
        }
        return new Offer(renew(head, fragment.parts().getFirst()), List.copyOf(renewed));
    }

    private static List<String> renew(List<String> lines, Fragment.Part part) {
        return lines.stream()
                .filter(line -> !line.startsWith("a=candidate:") && !line.equals("a=end-of-candidates"))
                .map(line -> line.startsWith("a=ice-ufrag:") ? "a=ice-ufrag:" + part.ufrag() : line)
                .map(line -> line.startsWith("a=ice-pwd:") ? "a=ice-pwd:" + part.pwd() : line)
                .toList();
    }

    /// Whether there is a section of this kind on which the viewer wants to be sent something.
    public boolean wants(String kind) {
        return sections.stream().anyMatch(section -> section.kind().equals(kind) && section.receives());
    }

    static Optional<String> attribute(List<String> lines, String name) {
        for (String line : lines) {
            if (line.equals("a=" + name)) {
                return Optional.of("");
            }
            if (line.startsWith("a=" + name + ":")) {
                return Optional.of(line.substring(name.length() + 3));
            }
        }
        return Optional.empty();
    }

    static List<String> lines(String text) throws SdpException {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isEmpty()).toList()) {
            if (lines.size() == MAX_LINES || line.length() > MAX_LINE_CHARACTERS) {
                throw new SdpException("The description has too many or too long lines.");
            }
            if (!line.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
                throw new SdpException("The description holds characters that are not printable ASCII.");
            }
            // The library quotes a line that it does not like in its message, and takes that for a format of printf.
            if (line.indexOf('%') >= 0) {
                throw new SdpException("The description holds a percent sign.");
            }
            if (line.length() < 2 || line.charAt(1) != '=') {
                throw new SdpException("A line of the description is not of the form x=value.");
            }
            lines.add(line);
        }
        return lines;
    }

    /// Whether a section is used: a port of 0 refuses it.
    static boolean isInUse(List<String> section) {
        return !section.getFirst().matches("m=\\S+ 0 .*");
    }

    /// The lines before the first section, and those of each.
    static List<List<String>> split(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        for (String line : lines) {
            if (line.startsWith("m=")) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(line);
        }
        return parts;
    }

    private static Section section(List<String> lines) throws SdpException {
        String kind = lines.getFirst().substring(2).split(" ", 2)[0].toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            throw new SdpException("The offer has a media section that is neither audio, video nor application.");
        }
        String mid = attribute(lines, "mid").orElse("");
        if (!mid.matches("[A-Za-z0-9_.+~-]{1,32}")) {
            throw new SdpException("A media section of the offer has no usable mid.");
        }
        return new Section(kind, mid, List.copyOf(lines));
    }
}
