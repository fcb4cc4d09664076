package liveroom.transport;

import java.util.List;
import java.util.stream.Collectors;

/// What a viewer does with descriptions.
final class Sdp {
    private Sdp() {}

    static String credentials(String sdp) {
        return first(sdp, "a=ice-ufrag:") + "\r\n" + first(sdp, "a=ice-pwd:") + "\r\nm=video 9 UDP/TLS/RTP/SAVPF 0\r\n"
                + first(sdp, "a=mid:") + "\r\n";
    }

    static String first(String sdp, String prefix) {
        return sdp.lines().filter(line -> line.startsWith(prefix)).findFirst().orElseThrow();
    }

    /// An answer with the credentials and candidates of a fragment.
    static String restarted(String answer, String fragment) {
        List<String> candidates =
                fragment.lines().filter(line -> line.startsWith("a=candidate:")).toList();
        String body = answer.lines()
                .filter(line -> !line.startsWith("a=candidate:"))
                .map(line -> line.startsWith("a=ice-ufrag:") ? first(fragment, "a=ice-ufrag:") : line)
                .map(line -> line.startsWith("a=ice-pwd:") ? first(fragment, "a=ice-pwd:") : line)
                .map(line -> line.equals("a=mid:0") ? line + "\r\n" + String.join("\r\n", candidates) : line)
                .collect(Collectors.joining("\r\n"));
        return body + "\r\n";
    }

    static String withoutCandidates(String sdp) {
        return sdp.lines()
                .filter(line -> !line.startsWith("a=candidate:"))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
