from mentordesk.app import main

if __name__ == "__main__":  # matching starts a process of its own, which reads this file again
    raise SystemExit(main())
