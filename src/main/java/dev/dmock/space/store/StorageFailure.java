package dev.dmock.space.store;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.version.Generation;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * The database cannot be written or read: what DM-master says when its etcd cannot. v8 wraps etcd's error, v5.3 passes it
 * on. Whether the change was made is not known, as with etcd; a space that is used again goes on with what is stored.
 */
final class StorageFailure {

    private static final Logger LOG = LoggerFactory.getLogger(StorageFailure.class);
    private static final DmCode HA_TRANSACTION_FAILED = DmCode.HA_FAIL_TXN_OPERATION;

    private StorageFailure() {}

    static DmException of(Generation generation, RuntimeException failure) {
        Throwable reason = NestedExceptionUtils.getMostSpecificCause(failure);
        LOG.error("The database fails: {}", reason.toString());
        LOG.debug("In full", failure);
        String etcd = noRoom(reason) ? "etcdserver: mvcc: database space exceeded" : "etcdserver: request timed out";
        DmError error = switch (generation) {
            case V5 -> DmError.plain(etcd);
            case V8 -> DmError.of(HA_TRANSACTION_FAILED, "txn commit failed").causedBy(etcd);
        };
        return error.asException();
    }

    /** The operating system's words, which Java passes on. */
    private static boolean noRoom(Throwable reason) {
        String text = String.valueOf(reason.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space");
    }
}
