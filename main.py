from mentordesk.app import main

raise SystemExit(main())
