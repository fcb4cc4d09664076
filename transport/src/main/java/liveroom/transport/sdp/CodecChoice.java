package liveroom.transport.sdp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Narrows a section of an offer to what the studio sends: H.264 first, then VP8, with their retransmissions; Opus.
///
/// libwebrtc sends the first codec of the offer that it can, not the first of its own answer; and a closed connection
/// keeps both descriptions in memory, with every codec they name.
final class CodecChoice {
    private static final int FIELDS_BEFORE_PAYLOADS = 3;
    private static final int OTHER = 4;

    private final List<String> section;
    private final Map<String, String> codecs;
    private final Map<String, String> formats;

    private CodecChoice(List<String> section) {
        this.section = section;
        codecs = byPayload(section, "a=rtpmap:");
        formats = byPayload(section, "a=fmtp:");
    }

    static List<String> apply(List<String> section) {
        return new CodecChoice(section).narrowed();
    }

    private List<String> narrowed() {
        List<String> media = List.of(section.getFirst().split(" ", -1));
        if (media.size() <= FIELDS_BEFORE_PAYLOADS) {
            return section;
        }
        List<String> payloads = new ArrayList<>(media.subList(FIELDS_BEFORE_PAYLOADS, media.size()));
        List<String> chosen = payloads.stream()
                .filter(payload -> rank(payload) < OTHER)
                .sorted(Comparator.comparingInt(this::rank))
                .toList();
        if (chosen.isEmpty()) {
            return section;
        }
        List<String> kept = new ArrayList<>(chosen);
        payloads.stream().filter(payload -> retransmits(payload, chosen)).forEach(kept::add);
        Set<String> dropped = new HashSet<>(payloads);
        kept.forEach(dropped::remove);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(" ", media.subList(0, FIELDS_BEFORE_PAYLOADS)) + " " + String.join(" ", kept));
        section.stream().skip(1).filter(line -> !isOf(line, dropped)).forEach(lines::add);
        return lines;
    }

    private int rank(String payload) {
        String codec = codecs.getOrDefault(payload, "");
        if (codec.startsWith("H264/")) {
            String format = formats.getOrDefault(payload, "");
            boolean baseline = format.contains("profile-level-id=42e0");
            boolean fragments = format.contains("packetization-mode=1");
            return fragments ? (baseline ? 0 : 1) : 2;
        }
        return codec.startsWith("VP8/") || codec.equalsIgnoreCase("opus/48000/2") ? 3 : OTHER;
    }

    private boolean retransmits(String payload, List<String> chosen) {
        String format = formats.getOrDefault(payload, "");
        return codecs.getOrDefault(payload, "").startsWith("rtx/")
                && format.startsWith("apt=")
                && chosen.contains(format.substring("apt=".length()));
    }

    private static boolean isOf(String line, Set<String> payloads) {
        for (String prefix : List.of("a=rtpmap:", "a=fmtp:", "a=rtcp-fb:")) {
            if (line.startsWith(prefix)) {
                return payloads.contains(line.substring(prefix.length()).split(" ", 2)[0]);
            }
        }
        return false;
    }

    private static Map<String, String> byPayload(List<String> section, String prefix) {
        Map<String, String> values = new HashMap<>();
        for (String line : section) {
            int space = line.indexOf(' ');
            if (line.startsWith(prefix) && space > 0) {
                values.putIfAbsent(line.substring(prefix.length(), space), line.substring(space + 1));
            }
        }
        return values;
    }
}
