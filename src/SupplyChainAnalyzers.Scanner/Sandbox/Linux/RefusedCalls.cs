namespace SupplyChainAnalyzers.Scanner.Sandbox.Linux;

/// <summary>
/// What a scanner at work never needs: all of it fails with EPERM. Name, number on x64, number on arm64 ("-": not there), by
/// arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h. As text, because a table of objects takes
/// longer to compile at every start than text takes to read.
/// </summary>
internal static class RefusedCalls
{
    /// <summary>Of any kind: TCP, UDP, Unix, netlink, packet, vsock.</summary>
    private const string Sockets =
        """
        socket 41 198, socketpair 53 199, bind 49 200, listen 50 201, accept 43 202, accept4 288 242, connect 42 203, sendto 44 206,
        recvfrom 45 207, sendmsg 46 211, recvmsg 47 212, sendmmsg 307 269, recvmmsg 299 243, shutdown 48 210, getsockname 51 204,
        getpeername 52 205, setsockopt 54 208, getsockopt 55 209
        """;

    /// <summary>Starting one, looking into one, disturbing one. clone, kill and prlimit are judged by their arguments.</summary>
    private const string Processes =
        """
        fork 57 -, vfork 58 -, execve 59 221, execveat 322 281, ptrace 101 117, process_vm_readv 310 270, process_vm_writev 311 271,
        kcmp 312 272, pidfd_open 434 434, pidfd_getfd 438 438, pidfd_send_signal 424 424, process_madvise 440 440,
        process_mrelease 448 448, rt_sigqueueinfo 129 138, rt_tgsigqueueinfo 297 240, setpgid 109 154, setpriority 141 140,
        ioprio_set 251 30, sched_setscheduler 144 119, sched_setparam 142 118, sched_setattr 314 274, migrate_pages 256 238,
        move_pages 279 239, unshare 272 97, setns 308 268
        """;

    /// <summary>Parts of the kernel that are large, powerful, or known for their faults.</summary>
    private const string Kernel =
        """
        io_uring_setup 425 425, io_uring_enter 426 426, io_uring_register 427 427, io_setup 206 0, io_submit 209 2, bpf 321 280,
        perf_event_open 298 241, userfaultfd 323 282, keyctl 250 219, add_key 248 217, request_key 249 218, memfd_create 319 279,
        memfd_secret 447 447, splice 275 76, tee 276 77, vmsplice 278 75, name_to_handle_at 303 264, open_by_handle_at 304 265,
        inotify_init 253 -, inotify_init1 294 26, fanotify_init 300 262, modify_ldt 154 -, personality 135 92, lookup_dcookie 212 18,
        quotactl 179 60, quotactl_fd 443 443, acct 163 89, syslog 103 116, uselib 134 -, ustat 136 -, _sysctl 156 -,
        nfsservctl 180 42, shmget 29 194, shmat 30 196, shmctl 31 195, semget 64 190, semop 65 193, semtimedop 220 192, semctl 66 191,
        msgget 68 186, msgsnd 69 189, msgrcv 70 188, msgctl 71 187, mq_open 240 180, mq_unlink 241 181
        """;

    /// <summary>The machine's own affairs, should the scanner be run with rights over them.</summary>
    private const string Administration =
        """
        mount 165 40, umount2 166 39, pivot_root 155 41, chroot 161 51, open_tree 428 428, move_mount 429 429, fsopen 430 430,
        fsconfig 431 431, fsmount 432 432, fspick 433 433, mount_setattr 442 442, statmount 457 457, listmount 458 458,
        open_tree_attr 467 467, swapon 167 224, swapoff 168 225, reboot 169 142, sethostname 170 161, setdomainname 171 162,
        iopl 172 -, ioperm 173 -, init_module 175 105, delete_module 176 106, finit_module 313 273, kexec_load 246 104,
        kexec_file_load 320 294, settimeofday 164 170, clock_settime 227 112, clock_adjtime 305 266, adjtimex 159 171, vhangup 153 58,
        setuid 105 146, setgid 106 144, setreuid 113 145, setregid 114 143, setgroups 116 159, setresuid 117 147, setresgid 119 149,
        setfsuid 122 151, setfsgid 123 152, capset 126 91
        """;

    /// <summary>Changes to files and folders beside their content; Landlock does not know the last of them.</summary>
    private const string Files =
        """
        creat 85 -, mkdir 83 -, mkdirat 258 34, rmdir 84 -, unlink 87 -, unlinkat 263 35, rename 82 -, renameat 264 38,
        renameat2 316 276, link 86 -, linkat 265 37, symlink 88 -, symlinkat 266 36, mknod 133 -, mknodat 259 33, truncate 76 45,
        chmod 90 -, fchmod 91 52, fchmodat 268 53, fchmodat2 452 452, chown 92 -, fchown 93 55, lchown 94 -, fchownat 260 54,
        utime 132 -, utimes 235 -, futimesat 261 -, utimensat 280 88, setxattr 188 5, lsetxattr 189 6, fsetxattr 190 7,
        removexattr 197 14, lremovexattr 198 15, fremovexattr 199 16, setxattrat 463 463, removexattrat 466 466, file_setattr 469 469
        """;

    /// <summary>musl's way to signal a thread; it names no process, so only there it is let through.</summary>
    private const string Thread = "tkill 200 130";

    /// <summary>Numbers on one architecture.</summary>
    public static List<int> On(Machine machine, bool musl)
    {
        var numbers = new List<int>();
        foreach (var call in string.Join(',', Sockets, Processes, Kernel, Administration, Files, musl ? "" : Thread).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (SystemCall.Number(call, machine) is { } number)
                numbers.Add(number);
        }

        return numbers;
    }
}
