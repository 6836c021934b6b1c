module example.com/dm-client

go 1.21
