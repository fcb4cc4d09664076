package liveroom.transport.peer;

import dev.onvoid.webrtc.RTCDataChannel;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Hears the events of a data channel on which much is sent. The library's own observers have a task
/// posted to the signalling thread for every message that is sent, which wakes it; this one is called
/// at once, by the network thread, and does nothing then.
///
/// It is a `webrtc::DataChannelObserver` made here: one word, which points to a table of virtual
/// functions. The channel takes it by its own virtual function `RegisterObserver`.
///
/// Done only where it has been measured, as [NetworkThread] is.
final class SendingEvents implements AutoCloseable {
    private static final int REGISTER_OBSERVER = 4;
    private static final Map<Long, SendingEvents> HEARING = new ConcurrentHashMap<>();

    private final RTCDataChannel channel;
    private final MemorySegment observer = Arena.ofAuto().allocate(ValueLayout.ADDRESS);
    private final Runnable changed;
    private final Runnable received;

    private SendingEvents(RTCDataChannel channel, Runnable changed, Runnable received) {
        this.channel = channel;
        this.changed = changed;
        this.received = received;
    }

    /// Hears of a channel instead of who heard of it before; until closed, which must be before the
    /// channel is disposed.
    ///
    /// @param changed called when the channel's state may have changed, by the library
    /// @param received called for every message that comes, which is not looked at, by the library
    /// @return `null` where this cannot be done
    static @Nullable SendingEvents of(RTCDataChannel channel, Runnable changed, Runnable received) {
        long address = ClosedConnection.address(channel);
        if (address == 0) {
            return null;
        }
        SendingEvents events = new SendingEvents(channel, changed, received);
        events.observer.set(ValueLayout.ADDRESS, 0, Functions.TABLE);
        HEARING.put(events.observer.address(), events);
        channel.unregisterObserver();
        try {
            MemorySegment register = VirtualFunction.of(address, REGISTER_OBSERVER);
            Functions.REGISTER.invokeExact(register, address, events.observer);
        } catch (Throwable e) {
            throw new IllegalStateException("a native call failed", e);
        }
        Callbacks.run(changed);
        return events;
    }

    /// Hears nothing any more.
    @Override
    public void close() {
        channel.unregisterObserver();
        HEARING.remove(observer.address());
    }

    /// What is called by the library, on its network thread, and nothing may be thrown there.
    @SuppressWarnings("unused")
    private static final class Functions {
        static final MethodHandle REGISTER = Linker.nativeLinker()
                .downcallHandle(FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        static final MemorySegment TABLE = table();

        private Functions() {}

        private static MemorySegment table() {
            FunctionDescriptor alone = FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG);
            FunctionDescriptor withOne = FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
            FunctionDescriptor asked = FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.JAVA_LONG);
            MemorySegment[] entries = {
                stub("stateChanged", alone),
                stub("messageCame", withOne),
                stub("bufferedAmountChanged", withOne),
                stub("isOkToCallOnTheNetworkThread", asked),
                stub("destroyed", alone),
                stub("destroyed", alone)
            };
            MemorySegment table = Arena.global().allocate(ValueLayout.ADDRESS, entries.length);
            for (int i = 0; i < entries.length; i++) {
                table.setAtIndex(ValueLayout.ADDRESS, i, entries[i]);
            }
            return table;
        }

        private static MemorySegment stub(String name, FunctionDescriptor descriptor) {
            MethodType type = descriptor.toMethodType();
            try {
                MethodHandle function = MethodHandles.lookup().findStatic(Functions.class, name, type);
                return Linker.nativeLinker().upcallStub(function, descriptor, Arena.global());
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(name, e);
            }
        }

        private static void stateChanged(long observer) {
            SendingEvents events = HEARING.get(observer);
            if (events != null) {
                Callbacks.run(events.changed);
            }
        }

        private static void messageCame(long observer, long message) {
            SendingEvents events = HEARING.get(observer);
            if (events != null) {
                Callbacks.run(events.received);
            }
        }

        private static void bufferedAmountChanged(long observer, long sentBytes) {
            // asked for when sending
        }

        private static boolean isOkToCallOnTheNetworkThread(long observer) {
            return true;
        }

        private static void destroyed(long observer) {
            // it is not the library's
        }
    }
}
