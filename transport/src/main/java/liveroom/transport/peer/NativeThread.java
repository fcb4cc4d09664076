package liveroom.transport.peer;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/// One of the library's own threads, on which a step can be run. It is a `webrtc::Thread`, whose
/// virtual function `BlockingCallImpl` runs a `webrtc::FunctionView<void()>`, two pointers, and
/// returns when that has been run. Used by one thread at a time.
final class NativeThread {
    private static final int BLOCKING_CALL = 12;

    private final long address;
    private final MethodHandle blockingCall;
    private final MemorySegment perform;
    private volatile @Nullable Runnable step;
    private volatile @Nullable Throwable thrown;

    /// @param address of the native thread, which must live as long as steps are run
    NativeThread(long address) throws ReflectiveOperationException {
        this.address = address;
        Linker linker = Linker.nativeLinker();
        // this, what the view holds, how the view is called, from where in the source
        blockingCall = linker.downcallHandle(
                VirtualFunction.of(address, BLOCKING_CALL),
                FunctionDescriptor.ofVoid(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        MethodHandle performing =
                MethodHandles.lookup().bind(this, "perform", MethodType.methodType(void.class, long.class));
        perform = linker.upcallStub(performing, FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG), Arena.ofAuto());
    }

    /// Runs a step there and waits until it has been run. What it throws is the cause of what is
    /// thrown here.
    void run(Runnable wanted) {
        step = wanted;
        try {
            blockingCall.invokeExact(address, 0L, perform, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("a native call failed", e);
        }
        Throwable failure = thrown;
        if (failure != null) {
            thrown = null;
            throw new IllegalStateException("a step on a thread of the library failed", failure);
        }
    }

    /// Called by the library, into which nothing may be thrown.
    @SuppressWarnings("unused")
    private void perform(long nothing) {
        Runnable wanted = step;
        step = null;
        try {
            if (wanted != null) {
                wanted.run();
            }
        } catch (Throwable e) {
            thrown = e;
        }
    }
}
