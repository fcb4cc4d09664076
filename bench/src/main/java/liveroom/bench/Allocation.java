package liveroom.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// What another JVM has allocated on its heap, by its own count.
final class Allocation implements AutoCloseable {
    private final JMXConnector connector;

    @SuppressWarnings("BanJNDI") // It connects to a process that this one has started, on this machine.
    Allocation(long pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
        } catch (AttachNotSupportedException cause) {
            throw new IllegalStateException(cause);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Bytes since the JVM began, by all threads, those that ended included.
    long bytes() {
        try {
            Object total = connector
                    .getMBeanServerConnection()
                    .getAttribute(new ObjectName("java.lang:type=Threading"), "TotalThreadAllocatedBytes");
            return ((Number) total).longValue();
        } catch (JMException cause) {
            throw new IllegalStateException(cause);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
