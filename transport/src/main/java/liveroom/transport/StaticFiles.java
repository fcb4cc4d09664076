package liveroom.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import liveroom.transport.http.ContentPolicy;

/// The files of the viewer page, supplied by whoever knows where they are. Called on virtual threads.
@FunctionalInterface
public interface StaticFiles {
    /// No files at all.
    StaticFiles NONE = _ -> Optional.empty();

    /// Finds one file.
    ///
    /// @param path relative, of plain segments: `index.html`, `lanes/track.js`; never with `..`
    Optional<StaticFile> file(String path);

    /// One file.
    ///
    /// @param zipped the same in gzip's format (RFC 1952); as long as `bytes` or longer where that gains nothing
    /// @param type a media type, for example `text/javascript; charset=utf-8`
    /// @param policy what in it may run
    @SuppressWarnings("ArrayRecordComponent") // never compared, only sent
    record StaticFile(byte[] bytes, byte[] zipped, String type, ContentPolicy policy) {
        /// A file in which nothing runs by itself.
        public static StaticFile of(byte[] bytes, String type) {
            return of(bytes, type, ContentPolicy.STRICTEST);
        }

        public static StaticFile of(byte[] bytes, String type, ContentPolicy policy) {
            var zipped = new ByteArrayOutputStream(bytes.length);
            try (var zip = new GZIPOutputStream(zipped)) {
                zip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // into memory
            }
            return new StaticFile(bytes, zipped.toByteArray(), type, policy);
        }
    }
}
