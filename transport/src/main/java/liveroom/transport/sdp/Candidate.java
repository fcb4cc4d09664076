package liveroom.transport.sdp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A remote ICE candidate (RFC 8839, section 5.1) with a numeric address.
///
/// @param line beginning with `candidate:`
public record Candidate(String line) {
    private static final Pattern FORM =
            Pattern.compile("candidate:[A-Za-z0-9+/]{1,32} [1-9]\\d{0,2} (?:udp|tcp|UDP|TCP) \\d{1,10} "
                    + "([0-9a-fA-F:.]{2,45}) (\\d{1,5}) typ (?:host|srflx|prflx|relay)"
                    + "((?: [!-~]{1,256} [!-~]{1,256}){0,12})");
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})|([0-9a-fA-F]{0,4}(:[0-9a-fA-F.]{0,15}){2,8})");

    /// Empty for one by name (mDNS), which the connection does without, and for anything malformed.
    static Optional<Candidate> parse(String line) {
        Matcher matcher = FORM.matcher(line);
        if (line.length() > 1024
                || !matcher.matches()
                || !ADDRESS.matcher(matcher.group(1)).matches()
                || Integer.parseInt(matcher.group(2)) > 65_535) {
            return Optional.empty();
        }
        String rest = matcher.group(3);
        return rest.contains(" raddr ") && rest.contains(".local")
                ? Optional.empty()
                : Optional.of(new Candidate(line));
    }
}
