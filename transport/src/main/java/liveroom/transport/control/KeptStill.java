package liveroom.transport.control;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// One still for all who ask within a while, so that however many ask, few are made. Free-threaded; who asks while one
/// is made waits for it.
public final class KeptStill {
    private final Supplier<Optional<byte[]>> maker;
    private final long freshNanos;
    private final LongSupplier nanos;
    private Optional<byte[]> jpeg = Optional.empty();
    private long madeNanos;
    private boolean made;

    /// @param maker makes a JPEG; nothing while there is no picture
    /// @param freshNanos how old one may become
    /// @param nanos a monotonic clock
    public KeptStill(Supplier<Optional<byte[]>> maker, long freshNanos, LongSupplier nanos) {
        this.maker = maker;
        this.freshNanos = freshNanos;
        this.nanos = nanos;
    }

    /// The bytes are not to be changed.
    public synchronized Optional<byte[]> newest() {
        long now = nanos.getAsLong();
        if (!made || now - madeNanos >= freshNanos) {
            jpeg = maker.get();
            madeNanos = now;
            made = true;
        }
        return jpeg;
    }
}
