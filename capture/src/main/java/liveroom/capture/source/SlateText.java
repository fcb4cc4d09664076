package liveroom.capture.source;

/// Turns what has become of a source into the words on its slate, in the host's language. The first line is shown
/// large, further lines below it.
@FunctionalInterface
public interface SlateText {
    /// The words for this status of this source.
    ///
    /// @param spec the source whose picture is missing
    /// @param status `Opening` or `Failed`
    String words(SourceSpec spec, SourceStatus status);
}
