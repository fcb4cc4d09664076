package liveroom.transport.sdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The transports of a local description: of each bundle the first section speaks for all (RFC 9143, section 7), and a
/// section that is in none has a transport of its own.
///
/// @param sections the lines of those that speak, the `m=` line first
public record Transports(List<List<String>> sections) {
    /// Takes a description apart.
    ///
    /// @param description one that the library has made
    public static Transports of(String description) {
        List<List<String>> parts = Offer.split(description.lines().toList());
        Set<String> followers = new HashSet<>();
        for (String line : parts.getFirst()) {
            if (line.startsWith(SectionChecks.BUNDLE)) {
                Arrays.stream(line.substring(SectionChecks.BUNDLE.length()).split(" ", -1))
                        .skip(1)
                        .forEach(followers::add);
            }
        }
        List<List<String>> sections = new ArrayList<>();
        for (List<String> section : parts.subList(1, parts.size())) {
            if (Offer.isInUse(section) && !followers.contains(mid(section))) {
                sections.add(List.copyOf(section));
            }
        }
        return new Transports(List.copyOf(sections));
    }

    /// The mids by which candidates name the transports.
    public Set<String> mids() {
        Set<String> mids = new HashSet<>();
        sections.forEach(section -> mids.add(mid(section)));
        return mids;
    }

    private static String mid(List<String> section) {
        return Offer.attribute(section, "mid").orElse("");
    }
}
