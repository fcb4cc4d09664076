package liveroom.transport.sdp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts H.264 first in an offer's video section, then VP8. libwebrtc sends the first codec of the offer that it can,
/// not
/// the first of its own answer.
final class VideoOrder {
    private static final int FIELDS_BEFORE_PAYLOADS = 3;

    private VideoOrder() {}

    static List<String> apply(List<String> section) {
        Map<String, String> codecs = byPayload(section, "a=rtpmap:");
        Map<String, String> formats = byPayload(section, "a=fmtp:");
        List<String> media = List.of(section.getFirst().split(" ", -1));
        if (media.size() <= FIELDS_BEFORE_PAYLOADS) {
            return section;
        }
        List<String> payloads = new ArrayList<>(media.subList(FIELDS_BEFORE_PAYLOADS, media.size()));
        payloads.sort(Comparator.comparingInt(
                payload -> rank(codecs.getOrDefault(payload, ""), formats.getOrDefault(payload, ""))));
        List<String> ordered = new ArrayList<>(section);
        ordered.set(0, String.join(" ", media.subList(0, FIELDS_BEFORE_PAYLOADS)) + " " + String.join(" ", payloads));
        return ordered;
    }

    private static int rank(String codec, String format) {
        if (codec.startsWith("H264/")) {
            boolean baseline = format.contains("profile-level-id=42e0");
            boolean fragments = format.contains("packetization-mode=1");
            return fragments ? (baseline ? 0 : 1) : 2;
        }
        return codec.startsWith("VP8/") ? 3 : 4;
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
