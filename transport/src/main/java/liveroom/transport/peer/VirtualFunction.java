package liveroom.transport.peer;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// An entry in the table of virtual functions of one of the library's C++ objects, to which its first
/// word points (Itanium C++ ABI, section 2.5).
final class VirtualFunction {
    private static final long POINTER = ValueLayout.ADDRESS.byteSize();

    private VirtualFunction() {}

    /// The address of a function that an object has.
    ///
    /// @param object its address
    /// @param index place in the table, from 0
    static MemorySegment of(long object, int index) {
        return MemorySegment.ofAddress(object)
                .reinterpret(POINTER)
                .get(ValueLayout.ADDRESS, 0)
                .reinterpret((index + 1) * POINTER)
                .getAtIndex(ValueLayout.ADDRESS, index);
    }
}
