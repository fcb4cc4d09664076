package liveroom.transport.peer;

import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.internal.NativeObject;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives up the references that the library keeps to a connection it has closed, and to its senders. Without this every
/// viewer who ever came would leave some 165 KB behind until the process ends.
///
/// `RTCPeerConnection.close()` closes the native connection but never releases it, and there is no other way to it than
/// its address, in a private field. It is that of a `webrtc::PeerConnectionInterface`; a sender's is that of a
/// `webrtc::RtpSenderInterface`. The first base of both is `webrtc::RefCountInterface`, whose first two virtual
/// functions are `AddRef` and `Release`.
///
/// Done only where it has been measured; elsewhere the connection is closed and no more. See
/// `docs/decisions/0006-closed-connections.md`.
final class ClosedConnection {
    static final int ADD_REFERENCE = 0;
    static final int RELEASE = 1;
    /// `webrtc::RefCountReleaseStatus::kDroppedLastRef`.
    static final int DROPPED_LAST = 0;

    private static final Logger LOG = LoggerFactory.getLogger(ClosedConnection.class);
    private static final @Nullable Field ADDRESS = addressField();

    private ClosedConnection() {}

    /// Closes a connection for good. Nothing that was got from it may be used afterwards.
    ///
    /// @param senders what `addTrack` returned: the library forgets a reference to each of them too
    static void close(RTCPeerConnection connection, List<RTCRtpSender> senders) {
        long address = address(connection);
        connection.close();
        if (address == 0) {
            return;
        }
        senders.forEach(sender -> call(address(sender), RELEASE));
        if (call(address, RELEASE) != DROPPED_LAST) {
            LOG.debug("A closed connection is still in use inside the library");
        }
    }

    static boolean isKnownHere() {
        return ADDRESS != null;
    }

    /// Where the native object is; 0 where that is not to be known.
    static long address(NativeObject object) {
        try {
            return ADDRESS == null ? 0 : ADDRESS.getLong(object);
        } catch (IllegalAccessException e) {
            LOG.debug("A native object's address cannot be read", e);
            return 0;
        }
    }

    /// Calls one of the two functions; both take nothing but the object. `AddRef` returns nothing of use.
    static int call(long address, int function) {
        try {
            return (int) Call.FUNCTION.invokeExact(VirtualFunction.of(address, function), address);
        } catch (Throwable e) {
            throw new IllegalStateException("a native call failed", e);
        }
    }

    private static @Nullable Field addressField() {
        boolean measured =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
                        && System.getProperty("os.arch").equals("amd64");
        if (!measured) {
            return null;
        }
        try {
            Field field = NativeObject.class.getDeclaredField("nativeHandle");
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn("The WebRTC library is not the one expected: closed connections stay in memory", e);
            return null;
        }
    }

    /// Made when first needed, on systems where it is.
    private static final class Call {
        static final MethodHandle FUNCTION = Linker.nativeLinker()
                .downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    }
}
