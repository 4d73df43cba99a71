/// 自行停止 — a command that deals with Ctrl-C and a polite kill itself, because it has something to finish first.
protocol SelfStopping {}
