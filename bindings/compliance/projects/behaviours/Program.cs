using Behaviours;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
Values.Run();
Texts.Run();
Numbers.Run();
Collections.Run();
Objects.Run();
Callbacks.Run();
Failures.Run();
Printing.Run();
