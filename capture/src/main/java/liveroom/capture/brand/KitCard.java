package liveroom.capture.brand;

/// A kit as it stands in a list.
///
/// @param brand what opens it, as [KitShelf#open(String)] takes it
/// @param name its own; that of its file if it cannot be read
/// @param version its own; 0 if it cannot be read
/// @param problem why it cannot be used, a sentence for the host; empty for one that can
public record KitCard(String brand, String name, int version, Origin origin, String problem) {
    /// Where a kit is.
    public enum Origin {
        /// It came with the studio, and never changes.
        SHIPPED,
        /// A folder of the host's own, which can be changed in place.
        OWN,
        /// A `.zip`, or a folder somewhere else: to be used, and copied, as it is.
        ELSEWHERE
    }

    public boolean isUsable() {
        return problem.isEmpty();
    }
}
